CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_of_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `answer` (
	`response_no` integer NOT NULL,
	`question` text NOT NULL,
	`value` integer,
	`text` text,
	PRIMARY KEY(`response_no`, `question`),
	FOREIGN KEY (`response_no`) REFERENCES `response`(`no`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `api_key` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_key_hash_unique` ON `api_key` (`hash`);--> statement-breakpoint
CREATE TABLE `customer` (
	`id` text PRIMARY KEY NOT NULL,
	`external_id` text,
	`email` text,
	`name` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customer_external_id_unique` ON `customer` (`external_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `customer_email_unique` ON `customer` (`email`);--> statement-breakpoint
CREATE TABLE `export_run` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`what` text NOT NULL,
	`filter` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `follow_up` (
	`id` text PRIMARY KEY NOT NULL,
	`response_no` integer NOT NULL,
	`survey_id` text NOT NULL,
	`state` text NOT NULL,
	`owner_id` text,
	`note` text,
	`opened_at` integer NOT NULL,
	`due_at` integer,
	`contacted_at` integer,
	`closed_at` integer,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`response_no`) REFERENCES `response`(`no`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`owner_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `follow_up_response_no_unique` ON `follow_up` (`response_no`);--> statement-breakpoint
CREATE INDEX `follow_up_by_state` ON `follow_up` (`state`,`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `follow_up_by_time` ON `follow_up` (`opened_at`,`id`);--> statement-breakpoint
CREATE INDEX `follow_up_by_owner` ON `follow_up` (`owner_id`,`opened_at`,`id`) WHERE owner_id is not null;--> statement-breakpoint
CREATE TABLE `follow_up_event` (
	`no` integer PRIMARY KEY NOT NULL,
	`follow_up_id` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`kind` text NOT NULL,
	`text` text,
	FOREIGN KEY (`follow_up_id`) REFERENCES `follow_up`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `follow_up_event_of` ON `follow_up_event` (`follow_up_id`,`no`);--> statement-breakpoint
CREATE TABLE `import_run` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`file_name` text NOT NULL,
	`rows` integer NOT NULL,
	`stored` integer NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `response` (
	`no` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`survey_id` text NOT NULL,
	`version` integer NOT NULL,
	`customer_id` text,
	`import_id` text,
	`source` text NOT NULL,
	`language` text,
	`properties` text NOT NULL,
	`band` text,
	`state` text NOT NULL,
	`revision` integer NOT NULL,
	`answered_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`day` integer NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`import_id`) REFERENCES `import_run`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `response_id_unique` ON `response` (`id`);--> statement-breakpoint
CREATE INDEX `response_by_time` ON `response` (`survey_id`,`answered_at`,`no`);--> statement-breakpoint
CREATE INDEX `response_by_band` ON `response` (`survey_id`,`band`,`answered_at`,`no`);--> statement-breakpoint
CREATE INDEX `response_by_customer` ON `response` (`customer_id`) WHERE customer_id is not null;--> statement-breakpoint
CREATE INDEX `response_staged` ON `response` (`import_id`) WHERE state = 'staged';--> statement-breakpoint
CREATE TABLE `response_segment` (
	`response_no` integer NOT NULL,
	`segment_id` integer NOT NULL,
	PRIMARY KEY(`response_no`, `segment_id`),
	FOREIGN KEY (`response_no`) REFERENCES `response`(`no`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `scoreboard` (
	`segment_id` integer NOT NULL,
	`question` text NOT NULL,
	`day` integer NOT NULL,
	`value` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`segment_id`, `question`, `day`, `value`),
	FOREIGN KEY (`segment_id`) REFERENCES `segment`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `segment` (
	`id` integer PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`property` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `segment_of_survey` ON `segment` (`survey_id`,`property`,`value`);--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_of_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `survey` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`state` text NOT NULL,
	`draft` text NOT NULL,
	`version` integer,
	`example` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `survey_slug_unique` ON `survey` (`slug`);--> statement-breakpoint
CREATE TABLE `survey_version` (
	`survey_id` text NOT NULL,
	`version` integer NOT NULL,
	`definition` text NOT NULL,
	`published_at` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `version`),
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer NOT NULL,
	`image` text,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `workspace` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`secret` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE VIEW `contribution` AS select "response"."no" as "response_no", "response_segment"."segment_id" as "segment_id", "answer"."question" as "question", "response"."day" as "day", "answer"."value" as "value" from "response" inner join "answer" on "answer"."response_no" = "response"."no" and "answer"."value" is not null inner join "response_segment" on "response_segment"."response_no" = "response"."no" where "response"."state" in ('partial', 'complete');