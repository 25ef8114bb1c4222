DROP VIEW `contribution`;--> statement-breakpoint
CREATE TABLE `__new_answer` (
	`response_no` integer NOT NULL,
	`survey_id` text NOT NULL,
	`question` text NOT NULL,
	`value` integer,
	`text` text,
	PRIMARY KEY(`response_no`, `survey_id`, `question`),
	FOREIGN KEY (`response_no`) REFERENCES `response`(`no`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_answer`("response_no", "survey_id", "question", "value", "text") SELECT "response_no", (SELECT "survey_id" FROM "response" WHERE "response"."no" = "response_no"), "question", "value", "text" FROM `answer`;--> statement-breakpoint
DROP TABLE `answer`;--> statement-breakpoint
ALTER TABLE `__new_answer` RENAME TO `answer`;--> statement-breakpoint
CREATE TABLE `__new_mail_choice` (
	`response_no` integer NOT NULL,
	`survey_id` text NOT NULL,
	`page` text NOT NULL,
	`page_revision` integer NOT NULL,
	`version` integer NOT NULL,
	`link_score` integer,
	`opened_at` integer NOT NULL,
	`at` integer NOT NULL,
	`answered_at` integer NOT NULL,
	`complete` integer NOT NULL,
	`spam_reason` text,
	`answers` text NOT NULL,
	`signed` integer DEFAULT false NOT NULL,
	`is_first` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`response_no`, `survey_id`, `page`),
	FOREIGN KEY (`response_no`) REFERENCES `response`(`no`) ON UPDATE no action ON DELETE cascade
);--> statement-breakpoint
INSERT INTO `__new_mail_choice`("response_no", "survey_id", "page", "page_revision", "version", "link_score", "opened_at", "at", "answered_at", "complete", "spam_reason", "answers", "signed", "is_first") SELECT "response_no", (SELECT "survey_id" FROM "response" WHERE "response"."no" = "response_no"), "page", "page_revision", "version", "link_score", "opened_at", "at", "answered_at", "complete", "spam_reason", "answers", "signed", "is_first" FROM `mail_choice`;--> statement-breakpoint
DROP TABLE `mail_choice`;--> statement-breakpoint
ALTER TABLE `__new_mail_choice` RENAME TO `mail_choice`;--> statement-breakpoint
CREATE TABLE `__new_response_segment` (
	`response_no` integer NOT NULL,
	`survey_id` text NOT NULL,
	`segment_id` integer NOT NULL,
	PRIMARY KEY(`response_no`, `survey_id`, `segment_id`),
	FOREIGN KEY (`response_no`) REFERENCES `response`(`no`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_response_segment`("response_no", "survey_id", "segment_id") SELECT "response_no", (SELECT "survey_id" FROM "response" WHERE "response"."no" = "response_no"), "segment_id" FROM `response_segment`;--> statement-breakpoint
DROP TABLE `response_segment`;--> statement-breakpoint
ALTER TABLE `__new_response_segment` RENAME TO `response_segment`;--> statement-breakpoint
CREATE INDEX `response_segment_members` ON `response_segment` (`segment_id`,`response_no`);--> statement-breakpoint
CREATE TABLE `__new_scoreboard` (
	`segment_id` integer NOT NULL,
	`survey_id` text NOT NULL,
	`question` text NOT NULL,
	`day` integer NOT NULL,
	`n0` integer NOT NULL,
	`n1` integer NOT NULL,
	`n2` integer NOT NULL,
	`n3` integer NOT NULL,
	`n4` integer NOT NULL,
	`n5` integer NOT NULL,
	`n6` integer NOT NULL,
	`n7` integer NOT NULL,
	`n8` integer NOT NULL,
	`n9` integer NOT NULL,
	`n10` integer NOT NULL,
	PRIMARY KEY(`segment_id`, `question`, `day`, `survey_id`),
	FOREIGN KEY (`segment_id`) REFERENCES `segment`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `__new_scoreboard`("segment_id", "survey_id", "question", "day", "n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9", "n10") SELECT "segment_id", (SELECT "survey_id" FROM "segment" WHERE "segment"."id" = "segment_id"), "question", "day", "n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9", "n10" FROM `scoreboard`;--> statement-breakpoint
DROP TABLE `scoreboard`;--> statement-breakpoint
ALTER TABLE `__new_scoreboard` RENAME TO `scoreboard`;--> statement-breakpoint
CREATE TABLE `__new_addition` (
	`no` integer PRIMARY KEY NOT NULL,
	`response_no` integer NOT NULL,
	`survey_id` text NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`response_no`) REFERENCES `response`(`no`) ON UPDATE no action ON DELETE cascade
);--> statement-breakpoint
INSERT INTO `__new_addition`("no", "response_no", "survey_id", "at", "text") SELECT "no", "response_no", (SELECT "survey_id" FROM "response" WHERE "response"."no" = "response_no"), "at", "text" FROM `addition`;--> statement-breakpoint
DROP TABLE `addition`;--> statement-breakpoint
ALTER TABLE `__new_addition` RENAME TO `addition`;--> statement-breakpoint
CREATE INDEX `addition_of` ON `addition` (`response_no`,`survey_id`,`no`);--> statement-breakpoint
CREATE TABLE `__new_review` (
	`no` integer PRIMARY KEY NOT NULL,
	`response_no` integer NOT NULL,
	`survey_id` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`counts` integer NOT NULL,
	`was` text NOT NULL,
	`spam_reason` text,
	`flood` text,
	FOREIGN KEY (`response_no`) REFERENCES `response`(`no`) ON UPDATE no action ON DELETE cascade
);--> statement-breakpoint
INSERT INTO `__new_review`("no", "response_no", "survey_id", "at", "by", "counts", "was", "spam_reason", "flood") SELECT "no", "response_no", (SELECT "survey_id" FROM "response" WHERE "response"."no" = "response_no"), "at", "by", "counts", "was", "spam_reason", "flood" FROM `review`;--> statement-breakpoint
DROP TABLE `review`;--> statement-breakpoint
ALTER TABLE `__new_review` RENAME TO `review`;--> statement-breakpoint
CREATE INDEX `review_of` ON `review` (`response_no`,`survey_id`,`no`);--> statement-breakpoint
CREATE VIEW `contribution` AS select "response"."no" as "response_no", "response"."survey_id" as "survey_id", "response_segment"."segment_id" as "segment_id", "answer"."question" as "question", "response"."day" as "day", "answer"."value" as "value" from "response" inner join "answer" on "answer"."response_no" = "response"."no" and "answer"."survey_id" = "response"."survey_id" and "answer"."value" is not null inner join "response_segment" on "response_segment"."response_no" = "response"."no" and "response_segment"."survey_id" = "response"."survey_id" where "response"."state" in ('partial', 'complete');
