CREATE TABLE `addition` (
	`no` integer PRIMARY KEY NOT NULL,
	`response_no` integer NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`response_no`) REFERENCES `response`(`no`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `addition_of` ON `addition` (`response_no`,`no`);--> statement-breakpoint
ALTER TABLE `customer` ADD `opted_out_at` integer;--> statement-breakpoint
ALTER TABLE `response` ADD `suspicion` text;--> statement-breakpoint
CREATE INDEX `response_set_aside` ON `response` (`survey_id`,`answered_at`,`no`) WHERE state in ('unconfirmed', 'suspected', 'test');--> statement-breakpoint
ALTER TABLE `survey` ADD `draft_revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `survey` ADD `draft_by` text;--> statement-breakpoint
ALTER TABLE `survey_version` ADD `published_by` text;