ALTER TABLE `response` ADD `vouched` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `response` ADD `opt_out_asked_at` integer;