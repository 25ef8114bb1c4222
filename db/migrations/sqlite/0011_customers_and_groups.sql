CREATE TABLE `grouping` (
	`survey_id` text NOT NULL,
	`property` text NOT NULL,
	`value` text NOT NULL,
	`state` text NOT NULL,
	PRIMARY KEY(`survey_id`, `property`, `value`),
	FOREIGN KEY (`survey_id`) REFERENCES `survey`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
DROP INDEX `customer_email_unique`;--> statement-breakpoint
ALTER TABLE `customer` ADD `verified` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `customer_by_email` ON `customer` (`email`) WHERE email is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `customer_without_id` ON `customer` (`email`) WHERE external_id is null;--> statement-breakpoint
ALTER TABLE `response` ADD `claimed_name` text;--> statement-breakpoint
ALTER TABLE `response` ADD `claimed_email` text;--> statement-breakpoint
ALTER TABLE `response` ADD `personal` text;--> statement-breakpoint
ALTER TABLE `response` ADD `unusable` text;--> statement-breakpoint
UPDATE `customer` SET `verified` = 1 WHERE `opted_out_at` IS NOT NULL OR EXISTS (SELECT 1 FROM `response` WHERE `response`.`customer_id` = `customer`.`id` AND (`response`.`vouched` = 1 OR `response`.`source` IN ('import', 'example')));--> statement-breakpoint
CREATE TABLE `named_by_link` AS SELECT `customer`.`id` FROM `customer` WHERE NOT coalesce((SELECT `response`.`vouched` = 1 OR `response`.`source` IN ('import', 'example') FROM `response` WHERE `response`.`customer_id` = `customer`.`id` ORDER BY `response`.`no` LIMIT 1), `customer`.`verified`);--> statement-breakpoint
UPDATE `response` SET `claimed_name` = (SELECT `name` FROM `customer` WHERE `customer`.`id` = `response`.`customer_id`), `claimed_email` = (SELECT `email` FROM `customer` WHERE `customer`.`id` = `response`.`customer_id`) WHERE `customer_id` IN (SELECT `id` FROM `named_by_link`) AND `vouched` = 0 AND `source` NOT IN ('import', 'example');--> statement-breakpoint
UPDATE `customer` SET `name` = NULL, `email` = CASE WHEN `external_id` IS NULL THEN `email` END WHERE `id` IN (SELECT `id` FROM `named_by_link`);--> statement-breakpoint
DROP TABLE `named_by_link`;
