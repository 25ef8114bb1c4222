CREATE TRIGGER `search_note_added` AFTER INSERT ON `follow_up` WHEN new.`note` IS NOT NULL
BEGIN INSERT INTO `search_todo`(`response_no`) VALUES (new.`response_no`); END;--> statement-breakpoint
CREATE TRIGGER `search_note_changed` AFTER UPDATE OF `note` ON `follow_up` WHEN old.`note` IS NOT new.`note`
BEGIN INSERT INTO `search_todo`(`response_no`) VALUES (new.`response_no`); END;--> statement-breakpoint
CREATE TRIGGER `search_contact_added` AFTER INSERT ON `follow_up_event` WHEN new.`kind` = 'contact' AND new.`text` IS NOT NULL
BEGIN INSERT INTO `search_todo`(`response_no`) SELECT `response_no` FROM `follow_up` WHERE `id` = new.`follow_up_id`; END;--> statement-breakpoint
INSERT INTO `search_todo`(`response_no`) SELECT `response_no` FROM `follow_up` f WHERE f.`note` IS NOT NULL OR EXISTS (SELECT 1 FROM `follow_up_event` e WHERE e.`follow_up_id` = f.`id` AND e.`kind` IN ('note', 'contact') AND e.`text` IS NOT NULL);
