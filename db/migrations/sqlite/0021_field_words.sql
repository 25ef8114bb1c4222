ALTER TABLE `mark` RENAME TO `annotation`;--> statement-breakpoint
DROP INDEX `mark_by_day`;--> statement-breakpoint
CREATE INDEX `annotation_by_day` ON `annotation` (`survey_id`,`day`,`id`);--> statement-breakpoint
ALTER TABLE `judgement` RENAME TO `review`;--> statement-breakpoint
ALTER TABLE `review` RENAME COLUMN `suspicion` TO `spam_reason`;--> statement-breakpoint
DROP INDEX `judgement_of`;--> statement-breakpoint
CREATE INDEX `review_of` ON `review` (`response_no`,`no`);--> statement-breakpoint
ALTER TABLE `alert` RENAME COLUMN `aside_at` TO `acknowledged_at`;--> statement-breakpoint
ALTER TABLE `alert` RENAME COLUMN `aside_by` TO `acknowledged_by`;--> statement-breakpoint
ALTER TABLE `mail_choice` RENAME COLUMN `suspicion` TO `spam_reason`;--> statement-breakpoint
ALTER TABLE `response` RENAME COLUMN `suspicion` TO `spam_reason`;--> statement-breakpoint
ALTER TABLE `response` RENAME COLUMN `vouched` TO `customer_verified`;--> statement-breakpoint
DROP INDEX `response_set_aside`;--> statement-breakpoint
CREATE INDEX `response_excluded` ON `response` (`survey_id`,`answered_at`,`no`) WHERE state in ('unconfirmed', 'suspected', 'test');--> statement-breakpoint
UPDATE `response` SET `spam_reason` = 'honeypot' WHERE `spam_reason` = 'trap';--> statement-breakpoint
UPDATE `review` SET `spam_reason` = 'honeypot' WHERE `spam_reason` = 'trap';--> statement-breakpoint
UPDATE `mail_choice` SET `spam_reason` = 'honeypot' WHERE `spam_reason` = 'trap';--> statement-breakpoint
UPDATE `survey` SET `draft` = replace(`draft`, '"bar":', '"threshold":') WHERE `draft` LIKE '%"bar":%';--> statement-breakpoint
UPDATE `survey_version` SET `definition` = replace(`definition`, '"bar":', '"threshold":') WHERE `definition` LIKE '%"bar":%';
