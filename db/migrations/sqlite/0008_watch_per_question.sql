CREATE TABLE `watch_of_question` (
	`survey_id` text NOT NULL,
	`question` text NOT NULL,
	`rules` text NOT NULL,
	PRIMARY KEY(`survey_id`, `question`),
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
INSERT INTO `watch_of_question` SELECT `survey_id`, `question`, `rules` FROM (SELECT `watch`.`survey_id`, `watch`.`rules`, (SELECT json_extract(`asked`.`value`, '$.id') FROM json_each(coalesce(`survey_version`.`definition`, `survey`.`draft`), '$.questions') AS `asked` WHERE json_extract(`asked`.`value`, '$.kind') IN ('nps', 'csat', 'ces') ORDER BY `asked`.`key` LIMIT 1) AS `question` FROM `watch` JOIN `survey` ON `survey`.`id` = `watch`.`survey_id` LEFT JOIN `survey_version` ON `survey_version`.`survey_id` = `survey`.`id` AND `survey_version`.`version` = `survey`.`version`) WHERE `question` IS NOT NULL;--> statement-breakpoint
DROP TABLE `watch`;--> statement-breakpoint
ALTER TABLE `watch_of_question` RENAME TO `watch`;
