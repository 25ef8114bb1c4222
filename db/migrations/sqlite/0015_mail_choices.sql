CREATE TABLE `mail_choice` (
	`response_no` integer NOT NULL,
	`page` text NOT NULL,
	`page_revision` integer NOT NULL,
	`version` integer NOT NULL,
	`link_score` integer,
	`opened_at` integer NOT NULL,
	`at` integer NOT NULL,
	`answered_at` integer NOT NULL,
	`complete` integer NOT NULL,
	`suspicion` text,
	`answers` text NOT NULL,
	PRIMARY KEY(`response_no`, `page`),
	FOREIGN KEY (`response_no`) REFERENCES `response`(`no`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `response` ADD `bad_signature` integer DEFAULT false NOT NULL;