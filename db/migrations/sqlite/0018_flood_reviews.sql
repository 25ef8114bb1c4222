ALTER TABLE `judgement` ADD `suspicion` text;--> statement-breakpoint
ALTER TABLE `judgement` ADD `flood` text;