CREATE TABLE `mark` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`day` integer NOT NULL,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `mark_by_day` ON `mark` (`survey_id`,`day`,`id`);