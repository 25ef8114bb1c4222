CREATE TABLE `response_search` (
	`place` integer PRIMARY KEY NOT NULL,
	`response_no` integer NOT NULL,
	`words` text NOT NULL,
	FOREIGN KEY (`response_no`) REFERENCES `response`(`no`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `response_search_response_no_unique` ON `response_search` (`response_no`);--> statement-breakpoint
CREATE TABLE `search_todo` (
	`no` integer PRIMARY KEY NOT NULL,
	`response_no` integer NOT NULL
);
--> statement-breakpoint
CREATE VIRTUAL TABLE `response_words` USING fts5(words, content='response_search', content_rowid='place', tokenize="ascii tokenchars '~@#'", detail=none, columnsize=0, prefix='2 3');--> statement-breakpoint
INSERT INTO `response_words`(`response_words`, `rank`) VALUES ('secure-delete', 1);--> statement-breakpoint
CREATE TRIGGER `response_search_added` AFTER INSERT ON `response_search`
BEGIN INSERT INTO `response_words`(`rowid`, `words`) VALUES (new.`place`, new.`words`); END;--> statement-breakpoint
CREATE TRIGGER `response_search_removed` AFTER DELETE ON `response_search`
BEGIN INSERT INTO `response_words`(`response_words`, `rowid`, `words`) VALUES ('delete', old.`place`, old.`words`); END;--> statement-breakpoint
CREATE TRIGGER `search_response_erased` AFTER UPDATE OF `state` ON `response` WHEN new.`state` = 'erased'
BEGIN DELETE FROM `response_search` WHERE `response_no` = new.`no`; END;--> statement-breakpoint
CREATE TRIGGER `search_response_added` AFTER INSERT ON `response`
WHEN new.`customer_id` IS NOT NULL OR new.`claimed_name` IS NOT NULL OR new.`claimed_email` IS NOT NULL OR new.`personal` IS NOT NULL OR new.`properties` GLOB '*[0-9]*'
BEGIN INSERT INTO `search_todo`(`response_no`) VALUES (new.`no`); END;--> statement-breakpoint
CREATE TRIGGER `search_response_changed` AFTER UPDATE OF `customer_id`, `claimed_name`, `claimed_email`, `personal`, `properties`, `answered_at` ON `response`
WHEN old.`customer_id` IS NOT new.`customer_id` OR old.`claimed_name` IS NOT new.`claimed_name` OR old.`claimed_email` IS NOT new.`claimed_email` OR old.`personal` IS NOT new.`personal` OR old.`properties` IS NOT new.`properties` OR old.`answered_at` IS NOT new.`answered_at`
BEGIN INSERT INTO `search_todo`(`response_no`) VALUES (new.`no`); END;--> statement-breakpoint
CREATE TRIGGER `search_answer_added` AFTER INSERT ON `answer` WHEN new.`text` IS NOT NULL
BEGIN INSERT INTO `search_todo`(`response_no`) VALUES (new.`response_no`); END;--> statement-breakpoint
CREATE TRIGGER `search_answer_removed` AFTER DELETE ON `answer` WHEN old.`text` IS NOT NULL
BEGIN INSERT INTO `search_todo`(`response_no`) VALUES (old.`response_no`); END;--> statement-breakpoint
CREATE TRIGGER `search_addition_added` AFTER INSERT ON `addition`
BEGIN INSERT INTO `search_todo`(`response_no`) VALUES (new.`response_no`); END;--> statement-breakpoint
CREATE TRIGGER `search_customer_changed` AFTER UPDATE OF `name`, `email`, `external_id` ON `customer`
WHEN old.`name` IS NOT new.`name` OR old.`email` IS NOT new.`email` OR old.`external_id` IS NOT new.`external_id`
BEGIN INSERT INTO `search_todo`(`response_no`) SELECT `no` FROM `response` WHERE `customer_id` = new.`id`; END;--> statement-breakpoint
INSERT INTO `search_todo`(`response_no`) SELECT `no` FROM `response` WHERE `state` <> 'erased' ORDER BY `no`;
