-- Counts one attempt less under KEYS[1], unless its window has ended meanwhile.
if redis.call('EXISTS', KEYS[1]) == 1 then
    return redis.call('DECR', KEYS[1])
end
return 0
