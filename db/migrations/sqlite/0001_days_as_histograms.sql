CREATE TABLE `scoreboard_of_days` (
	`segment_id` integer NOT NULL,
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
	PRIMARY KEY(`segment_id`, `question`, `day`),
	FOREIGN KEY (`segment_id`) REFERENCES `segment`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;--> statement-breakpoint
INSERT INTO `scoreboard_of_days` SELECT `segment_id`, `question`, `day`, sum(CASE `value` WHEN 0 THEN `n` ELSE 0 END), sum(CASE `value` WHEN 1 THEN `n` ELSE 0 END), sum(CASE `value` WHEN 2 THEN `n` ELSE 0 END), sum(CASE `value` WHEN 3 THEN `n` ELSE 0 END), sum(CASE `value` WHEN 4 THEN `n` ELSE 0 END), sum(CASE `value` WHEN 5 THEN `n` ELSE 0 END), sum(CASE `value` WHEN 6 THEN `n` ELSE 0 END), sum(CASE `value` WHEN 7 THEN `n` ELSE 0 END), sum(CASE `value` WHEN 8 THEN `n` ELSE 0 END), sum(CASE `value` WHEN 9 THEN `n` ELSE 0 END), sum(CASE `value` WHEN 10 THEN `n` ELSE 0 END) FROM `scoreboard` GROUP BY 1, 2, 3;--> statement-breakpoint
DROP TABLE `scoreboard`;--> statement-breakpoint
ALTER TABLE `scoreboard_of_days` RENAME TO `scoreboard`;--> statement-breakpoint
CREATE INDEX `response_segment_members` ON `response_segment` (`segment_id`,`response_no`);
