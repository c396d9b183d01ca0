-- How many buyers were asked to transfer to an account and have not: an operator who is about to release it is told.
CREATE INDEX transfer_request_awaited_idx ON transfer_request (bin, number) WHERE state = 'OPEN';
