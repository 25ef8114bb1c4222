ALTER TABLE `mail_choice` ADD `signed` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `mail_choice` ADD `is_first` integer DEFAULT false NOT NULL;