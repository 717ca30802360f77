# Leading the room: for whoever holds it, tired or in the middle of playing. Few words, and what comes of a touch.

## The page of leading

lead-back = Play on
lead-all = Everything else
lead-drawer-music = The music
lead-drawer-people = People
lead-drawer-course = The course
lead-drawer-room = This room
lead-never-mind = Leave it
lead-undo = Undo
lead-someone = Someone
lead-bars = { $bars ->
    [one] One bar
   *[other] { $bars } bars
  }
lead-in-bars = In { $bars } bars
lead-fewer-bars = Fewer bars
lead-more-bars = More bars
lead-for-good = For good

## How someone is

lead-person-gone = They are not in the room any more.
lead-person-holds = Holds: { $what }
lead-person-holds-some = Holds controls
lead-heard-now = Played just now
lead-heard-moment = Quiet for a moment
lead-heard-minutes = { $minutes ->
    [one] Quiet for a minute
   *[other] Quiet for { $minutes } minutes
  }
lead-heard-not-yet = Not heard yet
lead-state-resting = Resting
lead-state-no-sound = Sound not running yet
lead-state-softer = Made softer
lead-state-silent = Made silent
lead-state-turn = Their bars now

## What can be done about a person

lead-act-softer = Softer
lead-act-silent = Silent
lead-act-back = Bring back
lead-act-thinOut = Thin out
lead-act-bringIn = Bring in
lead-act-soft-hint = { $name } is told that it was you. It ends by itself after five minutes.
lead-undo-softer = { $name } is softer now.
lead-undo-silent = { $name } is silent now.
lead-invite-instrument = Invite to an instrument
lead-invite-instrument-ask = Which instrument would you offer { $name }?
lead-invite-hold = Invite to share the leading
lead-invite-hold-ask = What would you like { $name } to hold?
lead-invite-hold-span = For how long
lead-invite-free = They are asked, and can say no.
lead-invite-send = Ask them
lead-act-put-at-door = Put back at the door
lead-put-at-door-ask = Put { $name } back at the door?
lead-put-at-door-text = They leave the circle and wait at the door. They are told so, and that it was you. You can let them in again.
lead-remove-title = If that is not enough
lead-remove-text = Someone who is removed cannot return without being let in anew.
lead-act-remove = Remove from the room
lead-remove-ask = Yes, remove { $name }

## The door

lead-door-title = Door
lead-door-nobody = Nobody is at the door.
lead-door-count = { $count ->
    [one] One person is at the door.
   *[other] { $count } people are at the door.
  }
lead-door-since = { $minutes ->
    [0] Just came
    [one] For a minute
   *[other] For { $minutes } minutes
  }
lead-door-listener = Would like to listen
lead-door-called = On the way in
lead-door-let-in = Let in
lead-door-all = Let in all { $count }
lead-door-these = At the door: { $names }.
lead-door-listens = { $name } (to listen)
lead-door-look = Look
lead-door-not-now = Not now
lead-door-no = No
lead-door-no-ask = Yes, say no
lead-door-say = Say through the door
lead-door-say-seenYou = I have seen you
lead-door-say-almostReady = We are almost ready
lead-door-say-inTheMiddle = We are in the middle of a piece
lead-door-say-pleaseWait = Please wait a little
lead-door-announced = { $name } comes in to listen in { $seconds } seconds, unless someone says no.
lead-door-object = Not today
lead-door-on = Whoever comes waits at the door
lead-door-on-hint = Off: the code leads straight in.
lead-door-lock = Lock the door
lead-door-lock-hint = Nobody new can come, and nobody can wait.
lead-door-is-on = Whoever comes waits
lead-door-is-off = Open to all with the code
lead-door-is-locked = Locked
lead-door-new-code = New code
lead-door-new-code-ask = Yes, the old one then opens nothing

## Quiet words and proposals

lead-signals-title = Quiet words
lead-signals-count = { $count ->
    [one] One quiet word
   *[other] { $count } quiet words
  }
lead-signals-none = Nobody has sent one just now.
lead-signals-text = They come without a sound and go by themselves after ten minutes.
lead-signal-tooLoud = Too loud
lead-signal-tooMuch = Too much for me
lead-signal-needBreak = I need a break
lead-signal-oneMore = One more round
lead-signal-likeThis = I like this
lead-signal-askMe = Please ask me
lead-signal-unnamed = { $count ->
    [one] one without a name
   *[other] { $count } without a name
  }
lead-signal-seen = Seen
lead-proposal-says = { $name } proposes: { $what }.
lead-proposal-seconds = { $count ->
    [one] One more would like it.
   *[other] { $count } more would like it.
  }
lead-proposal-tempo = { NUMBER($bpm, maximumFractionDigits: 0) } beats a minute
lead-proposal-frame = { $mood }, home note { $note }
lead-proposal-ending = to come to an end
lead-proposal-take = Take it
lead-proposal-aside = Set aside
lead-invited-you = { $name } invites you: { $what }.
lead-invited-yes = Yes
lead-invited-pass = Pass
lead-asked-open = { $name } is asked: { $what }. No answer yet.
lead-asked-withdraw = Take it back
lead-to-hold = to share the leading
lead-to-instrument = { $instrument }
lead-to-turn = { $bars } bars of their own
lead-to-call = to call, { $bars } bars
lead-to-answer = to answer, { $bars } bars

## Tempo, mood, chords

lead-pause = Pause
lead-pause-hint = In a pause the pulse stops and all grow silent over a bar. It comes back with the pulse.
lead-preset = Moods and forms
lead-preset-open = Open and bright
lead-preset-hint-open = Everything fits
lead-preset-deep = Warm and deep
lead-preset-hint-deep = Everything fits
lead-preset-thoughtful = Thoughtful
lead-preset-hint-thoughtful = Dorian, even
lead-preset-floating = Floating
lead-preset-hint-floating = Lydian, even
lead-preset-easy = Easy-going
lead-preset-hint-easy = Mixolydian, swinging
lead-preset-tender = Tender and sad
lead-preset-hint-tender = Natural minor, even
lead-preset-stillWater = Still water
lead-preset-hint-stillWater = Hirajoshi, even
lead-preset-blues = A blues
lead-preset-hint-blues = Twelve bars, swinging
lead-preset-lullaby = A lullaby
lead-preset-hint-lullaby = Three beats, eight bars
lead-preset-drone = One long tone
lead-preset-hint-drone = One chord that stays
lead-preset-pace = Bring its own beat and tempo
lead-preset-pace-hint = For the blues and the lullaby.
lead-music-freely = Choose freely
lead-chords-title = Chords
lead-chords-text = A sequence that goes round. What is under the fingers always fits.
lead-chords-now = Now: { $chord } ({ $sign })
lead-chords-off = None, the mood is enough
lead-chords-bars = Bars for each chord
lead-chords-ways = Ways to go
lead-chords-add = Add a chord
lead-chords-yours = Your sequence
lead-chords-take-out = Take it out
lead-chords-set = Use it from the next bar
lead-chords-none = No chords
lead-chord-home = Home
lead-chord-away = Away
lead-chord-further = Further
lead-chord-shade = Shade
lead-chord-light = Light
lead-chord-wide = Wide
lead-chord-aside = Aside
lead-chord-still = Still

## Loudness, density, ground

lead-hush = Hush
lead-hush-lift = Sound again
lead-hush-is-on = Hush
lead-loudness-title = Loud and full
lead-swell-title = How loud all are
lead-swell-over = Reach it over
lead-swell-now = Loudness { $percent }%
lead-swell-whisper = A whisper
lead-swell-soft = Soft
lead-swell-middle = In between
lead-swell-full = Full
lead-density-title = How much is let through
lead-density-text = Thinner: fewer of the notes are heard. The first beat always is.
lead-density-few = A few notes
lead-density-thin = Thin
lead-density-some = Most
lead-density-all = All
lead-density-parts = One part at a time
lead-density-bring-in-whom = Bring in { $name }
lead-density-thin-out-whom = Thin out { $name }
lead-conduct-title = Conduct
lead-conduct-value = Loud and dense with one finger
lead-conduct-loud = Loud
lead-conduct-soft = Soft
lead-conduct-thin = Thin
lead-conduct-full = Full
lead-conduct-loudness = How loud
lead-conduct-density = How full
lead-ground-title = Ground
lead-ground-text = Parts that go on by themselves, from your chair. From the next bar on.
lead-ground-none = None
lead-ground-drone = Long tone
lead-ground-hint-drone = Home, held softly underneath.
lead-ground-ostinato = Small pattern
lead-ground-hint-ostinato = A few notes that go round.
lead-ground-heartbeat = Heartbeat
lead-ground-hint-heartbeat = A soft, deep beat.

## Rounds

lead-rounds-title = Rounds
lead-rounds-text = Each who likes plays some bars, and the others are softer meanwhile.
lead-rounds-free = Each is asked a little before. Anyone can pass, and nobody is told.
lead-rounds-none = No round is going on.
lead-rounds-kind = What kind
lead-rounds-round = A round
lead-rounds-call = Call and answer
lead-rounds-who = Who, in the order you touch
lead-rounds-all = All, around the circle
lead-rounds-bars = Bars for each
lead-rounds-laps = How often around
lead-rounds-less = Less often
lead-rounds-more = More often
lead-rounds-begin = Begin the round
lead-rounds-now = Now: { $name }
lead-rounds-between = Between two turns
lead-rounds-asked = { $name } is being asked
lead-rounds-skip = Ask the next
lead-rounds-end = End the round
lead-call-who = Who calls
lead-answer-who = Who answers
lead-answer-all = All
lead-call-times = How often
lead-call-begin = Ask them

## The course

lead-arc-title = Course and goals
lead-arc-text = A guide, never a lock. Everyone sees the sentence of the present step.
lead-arc-make = Make a course
lead-arc-edit = Change the course
lead-arc-step-arrive = Arrive
lead-arc-step-play = Play
lead-arc-step-rounds = Rounds
lead-arc-step-freePlay = Free play
lead-arc-step-comeDown = Come down
lead-arc-step-close = Close
lead-arc-begin = Begin: { $step }
lead-arc-next = Next: { $step }
lead-arc-go = Go here
lead-arc-here = You are here
lead-arc-just-begun = just begun
lead-arc-since = { $minutes ->
    [one] for a minute
   *[other] for { $minutes } minutes
  }
lead-arc-since-of = { $since }, meant for { $meant }
lead-arc-of-minutes = { $minutes } of about { $meant } minutes
lead-arc-about-minutes = { $minutes ->
    [one] about a minute
   *[other] about { $minutes } minutes
  }
lead-arc-about-bars = { $bars ->
    [one] about a bar
   *[other] about { $bars } bars
  }
lead-arc-add = Add a step
lead-arc-earlier = Earlier
lead-arc-later = Later
lead-arc-remove = Take out
lead-arc-length = How long
lead-arc-length-open = Open
lead-arc-length-minutes = Minutes
lead-arc-length-bars = Bars
lead-arc-shorter = Shorter
lead-arc-longer = Longer
lead-arc-sentence = A sentence for all
lead-arc-sentence-hint = You may leave it empty.
lead-arc-save = Use this course
lead-goals-title = What the group wants
lead-goals-hint = In your own words. Everyone here can read it.
lead-goals-save = Keep the goals

## The ending

lead-ending-title = Ending
lead-ending-value = Announce it, and come home
lead-ending-text = Everyone is told ahead. Then the music thins, comes home, and a last chord rings.
lead-ending-lead = When it begins
lead-ending-soon = In about 20 seconds
lead-ending-close = How long it comes home
lead-ending-announce = Announce the ending
lead-ending-in = { $bars ->
    [one] The ending begins after this bar.
   *[other] The ending begins in { $bars } bars.
  }
lead-ending-closing = { $bars ->
    [one] Coming home. The last chord is next.
   *[other] Coming home. The last chord in { $bars } bars.
  }
lead-ending-rings = The last chord rings.
lead-ending-stopped = The music has stopped. The room closes.
lead-ending-by = Announced by { $name }.
lead-ending-one-more = { $count ->
    [one] One person would like one more round.
   *[other] { $count } people would like one more round.
  }
lead-ending-call-off = Call it off, play on
lead-stop-text = If it has to be now: all fades in two seconds, and the room closes.
lead-stop-now = Stop now
lead-stop-ask = Touch once more to stop for all

## Who holds what

lead-holding-title = Share the leading
lead-holding-text = Everyone sees who holds what.
lead-control-door = The door
lead-control-people = People
lead-control-tempo = Tempo and pulse
lead-control-frame = Mood and chords
lead-control-dynamics = Loud and full
lead-control-rounds = Rounds
lead-control-arc = The course
lead-control-ending = The ending
lead-held-you = You
lead-held-everyone = Everyone
lead-held-for-now = { $who }, for some bars
lead-holding-ask = Ask someone
lead-holding-ask-all = Ask someone to lead with you
lead-holding-whom = Whom would you ask?
lead-holding-nobody = Nobody here can be asked just now.
lead-holding-open = Open to everyone
lead-holding-take = Take back
lead-holding-take-all = Take everything back
lead-holding-give = Give back
lead-holding-give-all = Give everything back

## Notes, large view, keys

lead-notes-title = My notes
lead-notes-value = Only here, only yours
lead-notes-hint = Only you see these. They stay in this tab and are never sent.
lead-notes-text = They are gone when you close this tab. Copy what you want to keep.
lead-notes-not-kept = This browser keeps nothing. Your notes are gone when you leave this page.
lead-large-title = Large view
lead-large-value = For a shared screen
lead-large-back = Back
lead-keys-title = Keys
lead-keys-on = Use these keys
lead-keys-on-hint = They rest while you write.
lead-key-hush = H
lead-key-does-hush = Hush, and sound again
lead-key-pulse = Space
lead-key-does-pulse = Start or stop the pulse
lead-key-faster = Arrow up
lead-key-does-faster = A little faster
lead-key-slower = Arrow down
lead-key-does-slower = A little slower
lead-key-signals = S
lead-key-does-signals = Quiet words
lead-key-door = D
lead-key-does-door = The door
lead-key-rounds = R
lead-key-does-rounds = Rounds
lead-key-ending = E
lead-key-does-ending = The ending. It asks first.
lead-key-keys = ?
lead-key-does-keys = This page
