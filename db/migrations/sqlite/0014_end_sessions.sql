-- Tokens are kept by their hash from now on. Those kept as they were are ended: everyone signs in again.
DELETE FROM `session`;
