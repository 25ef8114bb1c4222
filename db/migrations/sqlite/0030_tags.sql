CREATE TABLE `response_tag` (
	`response_no` integer NOT NULL,
	`survey_id` text NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`response_no`, `survey_id`, `tag`),
	FOREIGN KEY (`response_no`) REFERENCES `response`(`no`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `response_tag_by_tag` ON `response_tag` (`survey_id`,`tag`,`response_no`);--> statement-breakpoint
INSERT INTO `search_todo`(`response_no`) SELECT `response_no` FROM `response_search` ORDER BY `place`;
