ALTER TABLE `import_run` ADD `undone_at` integer;--> statement-breakpoint
CREATE INDEX `response_by_row` ON `response` (substr(`id`, 16)) WHERE source = 'import';
