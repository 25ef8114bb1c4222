CREATE TABLE `alert` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`question` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`raised_at` integer NOT NULL,
	`facts` text NOT NULL,
	`weeks` text NOT NULL,
	`aside_at` integer,
	`aside_by` text,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `alert_once` ON `alert` (`survey_id`,`question`,`kind`,`key`);--> statement-breakpoint
CREATE INDEX `alert_shown` ON `alert` (`raised_at`,`id`) WHERE aside_at is null;--> statement-breakpoint
CREATE TABLE `baseline` (
	`no` integer PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`question` text NOT NULL,
	`metric` text NOT NULL,
	`from` integer NOT NULL,
	`to` integer,
	`at` integer NOT NULL,
	`by` text,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `baseline_of` ON `baseline` (`survey_id`,`question`,`no`);--> statement-breakpoint
CREATE TABLE `watch` (
	`survey_id` text PRIMARY KEY NOT NULL,
	`rules` text NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE cascade
);
