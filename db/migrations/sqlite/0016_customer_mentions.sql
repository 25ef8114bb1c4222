CREATE TABLE `customer_mention` (
	`no` integer PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`said_by` text NOT NULL,
	`import_id` text,
	`external_id` text,
	`email` text,
	`name` text,
	`verified` integer NOT NULL,
	FOREIGN KEY (`customer_id`) REFERENCES `customer`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`import_id`) REFERENCES `import_run`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customer_mention_once` ON `customer_mention` (`customer_id`,`said_by`);--> statement-breakpoint
CREATE INDEX `customer_mention_by_import` ON `customer_mention` (`import_id`) WHERE import_id is not null;