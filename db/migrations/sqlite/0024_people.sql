CREATE TABLE `account_link` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`kind` text NOT NULL,
	`role` text,
	`user_id` text,
	`email` text,
	`name` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `account_link_token_hash_unique` ON `account_link` (`token_hash`);--> statement-breakpoint
CREATE INDEX `account_link_of_user` ON `account_link` (`user_id`);--> statement-breakpoint
ALTER TABLE `user` ADD `deactivated_at` integer;