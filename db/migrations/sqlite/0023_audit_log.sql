CREATE TABLE `audit_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`survey_id` text,
	`subject_id` text,
	`details` text,
	`once_key` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `audit_entry_once_key_unique` ON `audit_entry` (`once_key`);--> statement-breakpoint
CREATE INDEX `audit_entry_of_actor` ON `audit_entry` (`actor_id`,`id`);--> statement-breakpoint
CREATE INDEX `audit_entry_by_action` ON `audit_entry` (`action`,`id`);--> statement-breakpoint
INSERT INTO `audit_entry` (`id`, `at`, `actor_kind`, `action`, `details`)
SELECT `id`, `at`, 'unknown', 'export.downloaded', json_object('file', `what`, 'format', 'csv') FROM `export_run`;--> statement-breakpoint
DROP TABLE `export_run`;--> statement-breakpoint
CREATE TRIGGER `audit_entry_is_final` BEFORE UPDATE ON `audit_entry`
BEGIN SELECT RAISE(ABORT, 'audit log entries cannot be changed'); END;--> statement-breakpoint
CREATE TRIGGER `audit_entry_stays` BEFORE DELETE ON `audit_entry`
BEGIN SELECT RAISE(ABORT, 'audit log entries cannot be deleted'); END;
