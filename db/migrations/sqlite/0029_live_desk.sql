CREATE TABLE `follow_up_change` (
	`no` integer PRIMARY KEY NOT NULL,
	`follow_up_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`was_state` text,
	`was_owner_id` text,
	`state` text,
	`owner_id` text,
	`is_answer` integer DEFAULT false NOT NULL
);--> statement-breakpoint
CREATE TRIGGER `follow_up_opened` AFTER INSERT ON `follow_up`
BEGIN INSERT INTO `follow_up_change`(`follow_up_id`, `survey_id`, `was_state`, `was_owner_id`, `state`, `owner_id`) SELECT new.`id`, new.`survey_id`, NULL, NULL, new.`state`, new.`owner_id` FROM `response` WHERE `no` = new.`response_no` AND `state` IN ('partial', 'complete'); END;--> statement-breakpoint
CREATE TRIGGER `follow_up_changed` AFTER UPDATE OF `state`, `owner_id`, `note`, `reason` ON `follow_up`
WHEN old.`state` IS NOT new.`state` OR old.`owner_id` IS NOT new.`owner_id` OR old.`note` IS NOT new.`note` OR old.`reason` IS NOT new.`reason`
BEGIN INSERT INTO `follow_up_change`(`follow_up_id`, `survey_id`, `was_state`, `was_owner_id`, `state`, `owner_id`) SELECT new.`id`, new.`survey_id`, old.`state`, old.`owner_id`, new.`state`, new.`owner_id` FROM `response` WHERE `no` = new.`response_no` AND `state` IN ('partial', 'complete'); END;--> statement-breakpoint
CREATE TRIGGER `follow_up_contacted` AFTER INSERT ON `follow_up_event` WHEN new.`kind` = 'contact'
BEGIN INSERT INTO `follow_up_change`(`follow_up_id`, `survey_id`, `was_state`, `was_owner_id`, `state`, `owner_id`) SELECT `id`, `survey_id`, `state`, `owner_id`, `state`, `owner_id` FROM `follow_up` WHERE `id` = new.`follow_up_id`; END;--> statement-breakpoint
CREATE TRIGGER `follow_up_withdrawn` AFTER DELETE ON `follow_up`
WHEN NOT EXISTS (SELECT 1 FROM `response` WHERE `no` = old.`response_no` AND `state` NOT IN ('partial', 'complete'))
BEGIN INSERT INTO `follow_up_change`(`follow_up_id`, `survey_id`, `was_state`, `was_owner_id`, `state`, `owner_id`) VALUES (old.`id`, old.`survey_id`, old.`state`, old.`owner_id`, NULL, NULL); END;--> statement-breakpoint
CREATE TRIGGER `follow_up_answer_counted` AFTER UPDATE OF `state` ON `response`
WHEN (old.`state` IN ('partial', 'complete')) <> (new.`state` IN ('partial', 'complete'))
BEGIN INSERT INTO `follow_up_change`(`follow_up_id`, `survey_id`, `was_state`, `was_owner_id`, `state`, `owner_id`) SELECT `id`, `survey_id`, iif(old.`state` IN ('partial', 'complete'), `state`, NULL), iif(old.`state` IN ('partial', 'complete'), `owner_id`, NULL), iif(new.`state` IN ('partial', 'complete'), `state`, NULL), iif(new.`state` IN ('partial', 'complete'), `owner_id`, NULL) FROM `follow_up` WHERE `response_no` = new.`no`; END;--> statement-breakpoint
CREATE TRIGGER `follow_up_answer_changed` AFTER UPDATE OF `revision` ON `response`
WHEN old.`revision` IS NOT new.`revision` AND old.`state` IN ('partial', 'complete') AND new.`state` IN ('partial', 'complete')
BEGIN INSERT INTO `follow_up_change`(`follow_up_id`, `survey_id`, `was_state`, `was_owner_id`, `state`, `owner_id`, `is_answer`) SELECT `id`, `survey_id`, `state`, `owner_id`, `state`, `owner_id`, true FROM `follow_up` WHERE `response_no` = new.`no`; END;--> statement-breakpoint
CREATE TRIGGER `follow_up_answer_extended` AFTER INSERT ON `addition`
BEGIN INSERT INTO `follow_up_change`(`follow_up_id`, `survey_id`, `was_state`, `was_owner_id`, `state`, `owner_id`, `is_answer`) SELECT f.`id`, f.`survey_id`, f.`state`, f.`owner_id`, f.`state`, f.`owner_id`, true FROM `follow_up` f, `response` r WHERE f.`response_no` = new.`response_no` AND r.`no` = new.`response_no` AND r.`state` IN ('partial', 'complete'); END;
