-- Counts one attempt under KEYS[1] in a window of ARGV[1] milliseconds that begins with the first attempt.
-- Returns the number of attempts in the window and the milliseconds until it ends.
local attempts = redis.call('INCR', KEYS[1])
if attempts == 1 then
    redis.call('PEXPIRE', KEYS[1], ARGV[1])
end
return {attempts, redis.call('PTTL', KEYS[1])}
