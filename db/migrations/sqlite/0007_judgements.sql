CREATE TABLE `judgement` (
	`no` integer PRIMARY KEY NOT NULL,
	`response_no` integer NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`counts` integer NOT NULL,
	`was` text NOT NULL,
	FOREIGN KEY (`response_no`) REFERENCES `response`(`no`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `judgement_of` ON `judgement` (`response_no`,`no`);