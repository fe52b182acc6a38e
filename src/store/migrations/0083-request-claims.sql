-- Whose the answer of a request is going to be, taken before anything is erased for it. One that was given up counts no longer after some minutes.
alter table personal_requests add claim uuid, add claimed_at timestamptz, add check ((claim is null) = (claimed_at is null));
