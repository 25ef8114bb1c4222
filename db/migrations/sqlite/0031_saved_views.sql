CREATE TABLE `saved_view` (
	`id` text PRIMARY KEY NOT NULL,
	`page` text NOT NULL,
	`survey_id` text,
	`name` text NOT NULL,
	`search` text NOT NULL,
	`owner_id` text,
	`shared` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `saved_view_of_page` ON `saved_view` (`page`,`survey_id`,`id`);