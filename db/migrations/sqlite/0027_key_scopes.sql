CREATE TABLE `__new_api_key` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`hint` text,
	`scopes` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`last_used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
INSERT INTO `__new_api_key` (`id`, `name`, `hash`, `scopes`, `created_at`)
SELECT `id`, `name`, `hash`,
	CASE `role`
		WHEN 'viewer' THEN '["read"]'
		WHEN 'lead' THEN '["read","followUp","export"]'
		WHEN 'admin' THEN '["admin"]'
	END,
	`created_at`
FROM `api_key`;--> statement-breakpoint
DROP TABLE `api_key`;--> statement-breakpoint
ALTER TABLE `__new_api_key` RENAME TO `api_key`;--> statement-breakpoint
CREATE UNIQUE INDEX `api_key_hash_unique` ON `api_key` (`hash`);
