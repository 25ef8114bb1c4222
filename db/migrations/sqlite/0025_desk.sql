DROP INDEX `follow_up_by_state`;--> statement-breakpoint
DROP INDEX `follow_up_by_time`;--> statement-breakpoint
DROP INDEX `follow_up_by_owner`;--> statement-breakpoint
ALTER TABLE `follow_up` ADD `reason` text;--> statement-breakpoint
CREATE INDEX `follow_up_by_rank` ON `follow_up` (case
  when state = 'new' and due_at is not null then due_at
  when state = 'new' then 8000000000000000 - opened_at
  when state = 'contacted' and due_at is not null then 4000000000000000 + due_at
  when state = 'contacted' then 4000000000000000 + opened_at
  when closed_at is not null then 9000000000000000 - closed_at
  else 9000000000000000 - opened_at end,`id`);--> statement-breakpoint
CREATE INDEX `follow_up_by_survey` ON `follow_up` (`survey_id`,case
  when state = 'new' and due_at is not null then due_at
  when state = 'new' then 8000000000000000 - opened_at
  when state = 'contacted' and due_at is not null then 4000000000000000 + due_at
  when state = 'contacted' then 4000000000000000 + opened_at
  when closed_at is not null then 9000000000000000 - closed_at
  else 9000000000000000 - opened_at end,`id`);--> statement-breakpoint
CREATE INDEX `follow_up_by_owner` ON `follow_up` (`owner_id`,case
  when state = 'new' and due_at is not null then due_at
  when state = 'new' then 8000000000000000 - opened_at
  when state = 'contacted' and due_at is not null then 4000000000000000 + due_at
  when state = 'contacted' then 4000000000000000 + opened_at
  when closed_at is not null then 9000000000000000 - closed_at
  else 9000000000000000 - opened_at end,`id`);--> statement-breakpoint
ALTER TABLE `follow_up_event` ADD `detail` text;--> statement-breakpoint
ALTER TABLE `follow_up_event` ADD `was` text;--> statement-breakpoint
ALTER TABLE `follow_up_event` ADD `batch` text;--> statement-breakpoint
CREATE INDEX `follow_up_event_of_batch` ON `follow_up_event` (`batch`) WHERE batch is not null;