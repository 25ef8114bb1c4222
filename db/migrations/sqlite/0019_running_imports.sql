ALTER TABLE `import_run` ADD `runner` text;--> statement-breakpoint
ALTER TABLE `import_run` ADD `alive_at` integer;