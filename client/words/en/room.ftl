# The words of Windchime, in English.
# Short, warm, concrete: for someone tired or frightened as much as for a professional. No jargon, no exclamation marks,
# no praise, no blame. What happened, and what you can do.

## The page itself

product = Windchime
close = Close
back = Back
done = Done
try-again = Try again
wait-page = One moment.

## Enter a code

welcome-title = Come in
welcome-text = A few people sit in a circle and play together. Here is the door.
code-label = The code of the room
code-hint = Six letters and numbers. Big or small does not matter.
code-go = Open the door
code-looking = Looking for the room.
code-short = { $missing ->
    [one] One letter is still missing.
   *[other] { $missing } letters are still missing.
  }
code-camera = Or point the camera of your phone or tablet at the square code.
code-unknown = That code opens no room. Look at it once more, or ask the person who gave it to you.
invite-unknown-title = This door is closed
invite-unknown-text = The link you came with opens no room now. Ask the person who gave it to you, or type a code.
type-code = Type a code
staff-door = I work here

## When the house cannot be reached, or the page does not fit

unreachable = We cannot reach the room just now. Check that this device is online, then try once more.
unreachable-title = We cannot reach the room
pageTooOld-title = A newer page is ready
pageTooOld-text = It takes a moment to fetch. Your place is kept.
pageTooOld-go = Fetch the new page
pageTooNew-title = This page is ahead of the room
pageTooNew-text = The room's computer needs an update first. Tell the person who looks after it, or try once more in a little while.
unsupported-title = This browser cannot play
unsupported-text = It is missing something that the room needs. A newer Firefox, Chrome, Edge or Safari will do.
unsupported-missing = What is missing: { $what }.
missing-socket = a steady line to the room (WebSocket)
missing-audio = sound made in the page (Web Audio)
missing-language = some newer parts of the browser

## The music

tempo = Tempo
tempo-value = { NUMBER($bpm, maximumFractionDigits: 0) } beats a minute
tempo-slower = Slower
tempo-faster = Faster
tempo-tap = Tap it
tempo-tap-hint = Tap four times or more, at your pace.
metre = Beats in a bar
metre-2-4 = Like walking
metre-3-4 = Like a waltz
metre-4-4 = Like most songs
metre-5-4 = Three and two
metre-6-8 = Rocking
metre-7-8 = Two, two and three
mood = Mood
mood-majorPentatonic = Open and bright
mood-minorPentatonic = Warm and deep
mood-major = Clear and glad
mood-dorian = Thoughtful
mood-lydian = Floating
mood-mixolydian = Easy-going
mood-aeolian = Tender and sad
mood-minorBlues = Blue
mood-hirajoshi = Still water
scale-majorPentatonic = Major pentatonic
scale-minorPentatonic = Minor pentatonic
scale-major = Major
scale-dorian = Dorian
scale-lydian = Lydian
scale-mixolydian = Mixolydian
scale-aeolian = Natural minor
scale-minorBlues = Minor blues
scale-hirajoshi = Hirajoshi
tonic = Home note
tonic-0 = C
tonic-1 = C♯
tonic-2 = D
tonic-3 = E♭
tonic-4 = E
tonic-5 = F
tonic-6 = F♯
tonic-7 = G
tonic-8 = A♭
tonic-9 = A
tonic-10 = B♭
tonic-11 = B
feel = How the beats lie
feel-straight = Even
feel-swing = Swinging

## The room is open

opened-title = The room is open
opened-text = Others come in with this code, this link, or by pointing a camera at the square.
opened-code = Code
opened-code-spoken = The code, one by one: { $code }
opened-link = Link to the room
opened-copy = Copy the link
opened-copied = The link is copied.
opened-not-copied = Copying is not allowed here. You can mark the link and copy it yourself.
opened-qr = Square code that opens the door. Point a camera at it.
step-in = Step into the room

## Come in

join-title = Who are you today?
join-into = You are at the door of { $title }.
join-text = A shape is enough. A name is up to you.
join-shape = Your shape
join-name = Your name
join-name-hint = You may leave it empty. Then you are here as your shape.
join-keep = May we keep what you play, so that this group can hear it again?
join-keep-hint = You can say no, and you can change your mind at any time.
keep-no = No, thank you
keep-yes = Yes, you may
join-play = Play along
join-listen = Just listen
join-checking = Opening the door.
shape-circle = Circle
shape-triangle = Triangle
shape-square = Square
shape-diamond = Diamond
shape-star = Star
shape-drop = Drop
shape-leaf = Leaf
shape-wave = Wave

## Try an instrument

try-alone = Only you can hear this
try-preparing = Getting ready: { $instrument }.
try-sound-off = The sound is still asleep.
try-wake = Wake the sound
stepping-in = Stepping in.
instruments = Instruments
families = Kinds of instruments
family-drums = Drums
family-bars = Chimes
family-plucked = Strings
family-long = Long tones
instrument-handDrum = Hand drum
instrument-frameDrum = Frame drum
instrument-shaker = Shaker
instrument-woodblock = Woodblock
instrument-marimba = Marimba
instrument-kalimba = Kalimba
instrument-bells = Bells
instrument-bowls = Singing bowls
instrument-harp = Harp
instrument-bass = Bass
instrument-warmPad = Warm pad
instrument-strings = Bowed strings
instrument-voice = Voice
instrument-flute = Flute
instrument-oceanDrum = Ocean drum
how-pads = Touch the stones. Every one fits.
how-drum = Strike anywhere: deep in the middle, bright at the edge.
how-strings = Pluck a string, or stroke across them.
how-field = Touch and move slowly. Up and down, left and right.
how-loop = Put beads on the ring. It goes round by itself.

surface-play = Play
note = { $note } { $octave }
drum-centre = The middle
drum-half = Half way out
drum-rim = The edge
loop-label = A pattern that goes round
loop-bead = Step { $step }, line { $row }, { $note }, { $strength ->
    [soft] soft
    [medium] medium
    [strong] strong
   *[off] empty
  }
loop-length = How long the pattern is
loop-steps = { $count } steps
loop-clear = Clear
loop-stop = Stop

## The room

room = The room
room-untitled = The room
room-connecting = Finding the others.
quiet = Quiet
quiet-on = Quiet is on. Nothing sounds from this device.
leave = Leave
surface-choose = Ways to play
surface-pads = Stones
surface-drum = Drum
surface-strings = Strings
surface-field = Field
surface-loop = Loop
surface-label = { $instrument }: { $surface }
instrument = Instrument
my-sound = My sound
lead = Lead
waiting-count = { $count ->
    [one] One person waits at the door.
   *[other] { $count } people wait at the door.
  }
pulse-start = Start pulse
pulse-stop = Stop pulse
pulse-still = There is no pulse just now.
pulse-waiting = Waiting for { $names } to be ready. It starts by itself in a moment.
pulse-waiting-you = The pulse waits until your device is ready.
pulse-awaited = The pulse waits for everyone to be ready.
pulse-countIn = Counting in.
pulse-going = The pulse is going.
pulse-ending = The pulse stops after this bar.
listening = You are listening
listening-text = Everything the circle plays comes to you.

## When something happens in the room

alone = You are on your own for a moment. Keep playing. We are finding the others.
alone-long = Still finding the others. Your place is kept for half an hour. You can go on playing.
alone-polling = The network here blocks the fast way to the others. We use a slower one.
sound-stopped = The sound has stopped
sound-stopped-text = A call or a locked screen can do that. Touch here and it comes back on the beat.
sound-again = Sound again
sound-none-title = This device has no sound
sound-none = We find no loudspeaker or headphones here. Connect one, then touch Sound again. You can play meanwhile: others hear you.
play-without-sound = Play without sound
not-stored = The disk of the room is full or cannot be written. Keep playing. What you play now may not be kept.
company-coming = The company is on its way in.

said-came = { $name } came in.
said-left = { $name } left.
said-lost = { $name } has lost the line. Their place is kept.
said-away = { $name } is away. Their place is kept.
said-back = { $name } is back.
said-instrument = { $name } plays { $instrument } now.
said-tempo = The tempo changes at the next bar.
said-frame = The mood changes at the next bar.

## Leave

leave-title = Leave the room?
leave-text = You can go quietly at any time. Nobody is told why.
leave-text-facilitator = The room stays open for the others, without you. To end it for everyone, close it under Lead.
leave-stay = Stay
leave-go = Leave quietly

## After the room

leftRoom-title = You have left quietly
leftRoom-text = The others play on. You can come back whenever you like.
come-back = Come back in
to-start = To the front door
roomClosed-title = That was the last sound
roomClosed-text = Thank you for being here.
seatTakenElsewhere-title = You are playing in another place
seatTakenElsewhere-text = Your place in the circle moved to another tab or window. You can take it back here.
seatTakenElsewhere-go = Play here
seatUnknown-title = Your place was given back
seatUnknown-text = After half an hour away a place in the circle is free again. You can come in anew with the code or the link.
tooMuch-title = More came from this device than the room can take
tooMuch-text = The room let go of the line so that the others can play on. You can come back in.
serverStopping-title = The room takes a short break
serverStopping-text = Your place is kept. It goes on in a moment.
return-title = Your place is kept
return-text = You were in this room a moment ago.
return-go = Step back in
return-looking = Looking for your place.

## People

people-title = Who is here
people-count = { $count ->
    [one] One person is here.
   *[other] { $count } people are here.
  }
people-short = { $count } here
people-loudness = How loud { $name } is for you
people-loudness-hint = Only for your own ears.
you = You
you-named = { $name } (you)
by-shape = { $colour ->
    [amber] Amber
    [teal] Teal
    [rose] Rose
    [sky] Sky blue
    [lime] Lime
    [violet] Violet
    [coral] Coral
   *[sand] Sand
  } { $shape ->
    [circle] circle
    [triangle] triangle
    [square] square
    [diamond] diamond
    [star] star
    [drop] drop
    [leaf] leaf
   *[wave] wave
  }
role-facilitator = Facilitator
role-listener = Listening
presence-here = Here
presence-lost = Line lost, place kept
presence-away = Away, place kept
person-getting-ready = Getting ready
person-kept = Kept
person-not-kept = Not kept
person-company = Simulated musician

## My sound

sound-title = My sound
loudness = How loud the room is for you
loudness-value = { $percent }%
sound-from = Where sound comes from on this device
sound-from-everyone = Everyone
sound-from-everyone-hint = The whole circle, from here.
sound-from-onlyMine = Only mine
sound-from-onlyMine-hint = When you sit together and each device plays its own.
sound-from-everyoneButMe = Everyone but me
sound-from-everyoneButMe-hint = When others' devices are silent and this is the loudspeaker of the room.
snap = Draw my notes to the beat
snap-hint = Each touch sounds on the nearest line of the beat.
snap-fine = How fine
snap-quarter = Beats
snap-eighth = Half beats
snap-sixteenth = Quarter beats
touch-strength = How strongly a touch plays
touch-strength-hint = For screens that cannot feel how hard you press.
glide = When you glide
glide-steps = In steps of the mood
glide-free = Freely
pulse = The pulse
pulse-sound = I hear it
pulse-movement = I see it
pulse-off = Off
pulse-loudness = How loud the pulse is
keep-title = Keeping what you play
keep-now-yes = What you play is kept, so that this group can hear it again.
keep-now-no = What you play is not kept. It is gone when it has sounded.
keep-change-yes = Keep what I play
keep-change-no = Stop keeping it
device-late = Does this device sound late?
device-late-hint = Headphones without a wire often do. Tap along, and we take it off.
tap-open = Tap along
correction-none = Nothing is taken off now.
correction-now = { NUMBER($ms, maximumFractionDigits: 0) } thousandths of a second are taken off now.

## Tap along

tap-title = Tap along
tap-text = You hear a soft beat. Tap with it, as you feel it. Twelve times or more.
tap-here = Tap here
tap-start = Start the beat
tap-left = { $left ->
    [one] One more tap.
   *[other] { $left } more taps.
  }
tap-enough = A few more, to be sure.
tap-steady = Steady enough
tap-steady-late = This device sounds { NUMBER($ms, maximumFractionDigits: 0) } thousandths of a second late. We take that off.
tap-steady-early = This device sounds { NUMBER($ms, maximumFractionDigits: 0) } thousandths of a second early. We wait that much.
tap-steady-none = This device is in time. Nothing needs to be taken off.
tap-spread = Your taps lie within { NUMBER($ms, maximumFractionDigits: 0) } thousandths of a second of each other, most of them.
tap-notSteady = Try once more
tap-notSteady-text = The taps were too far apart to tell. A quiet spot and headphones help. You can also leave it as it is.
tap-use = Use this
tap-once-more = Once more
tap-undo = Undo
tap-undone = It is as it was before.
tap-saved = It is taken off from now on, on this device.

## For facilitators: the room

lead-title = Lead the room
glide-over = Reach it
glide-at-once = At the next bar
glide-bars = { $bars ->
    [one] Over one bar
   *[other] Over { $bars } bars
  }
tempo-now = Now: { NUMBER($bpm, maximumFractionDigits: 0) } beats a minute.
tempo-set = Set the tempo
lead-music = Mood and beats
lead-music-coming = Everyone's instrument follows at the next bar.
echo-title = How you hear each other
echo-live = You hear each other at once.
echo-partBeat = You hear each other a part of a beat later, in time.
echo-sixteenth = You hear each other a quarter of a beat later, in time.
echo-eighth = You hear each other half a beat later, in time.
echo-quarter = You hear each other one beat later, in time.
echo-halfBar = You hear each other half a bar later, in time.
echo-bar = You hear each other one bar later, in time.
echo-twoBars = You hear each other two bars later, in time.
echo-auto = The room finds what the network can hold.
echo-fixed = You have fixed it.
echo-choose = Choose
echo-choice-auto = The room finds it
echo-choice-live = At once
echo-choice-noteSixteenth = A sixteenth
echo-choice-noteEighth = An eighth
echo-choice-noteQuarter = A quarter
echo-choice-sixteenth = A quarter of a beat
echo-choice-eighth = Half a beat
echo-choice-quarter = One beat
echo-choice-halfBar = Half a bar
echo-choice-bar = One bar
echo-choice-twoBars = Two bars
company-title = Company
company-text = Three simulated musicians who play along. Everyone sees that they are simulated.
company-here = Playing along
company-not-here = Three simulated musicians
company-invite = Invite the company
company-home = Send the company home
invite-title = Let others in
invite-open = Show code and link
invite-looking = Fetching the code.
close-title = End for everyone
close-text = The room closes for all. Say goodbye first.
close-open = Close the room
close-ask = Close the room for everyone?
close-ask-text = Everyone sees that this was the last sound. A closed room cannot be opened again.
close-no = Keep it open
close-yes = Close the room

## This device

device-title = This device
device-open = Language and light
theme = Light
theme-device = As the device
theme-day = Day
theme-night = Night
language = Language
language-en = English
language-nb = Norsk bokmål

## Why something could not be done

refusal-malformed = The room did not understand that. Try once more.
refusal-tooLarge = That was too much at once. Try with less.
refusal-tooMany = That was very fast. Wait a breath, then try again.
refusal-notAllowed = This is for the facilitator to do. You can ask.
refusal-notHere = Your place in the circle is gone. Come in anew with the code or the link.
refusal-noSuchMember = That person is not here any more.
refusal-noSuchInstrument = That instrument is not here.
refusal-noSuchRoom = That code opens no room. Look at it once more, or ask the person who gave it to you.
refusal-roomFull = All the chairs are taken just now. Wait a little, or ask the person who invited you.
refusal-roomClosed = This room has closed. Thank you for coming by.
refusal-nameEmpty = That name has no letters. Write another, or leave it empty.
refusal-nameTooLong = That is a long one. Up to 24 letters fit.
refusal-nameTaken = Someone here has a name that looks like this one. Add a letter, or choose another.
refusal-symbolTaken = All places with this shape are taken. Choose another shape.
refusal-tooEarly = It is a little early for that. Try in a moment.
refusal-tooLate = That came too late to be heard. Go on playing.
refusal-alreadySo = It is so already.
refusal-noSuchNote = That note has already ended.
refusal-pageTooOld = A newer page is ready. Fetch it, and your place is kept.
refusal-pageTooNew = This page is ahead of the room. Try once more in a little while.
refusal-seatUnknown = Your place was given back. Come in anew with the code or the link.
refusal-tryLater = Too many tries just now. Wait a minute, then try again.
refusal-companyHere = The company is here already.
refusal-textTooLong = That is a long text. A shorter one fits.
refusal-instrumentNotOffered = That instrument is not out today. Choose another, or ask.
refusal-doorFull = Many people are waiting just now. Try again in a little while.
refusal-doorLocked = The door is locked for now. Ask the person who invited you.
refusal-noSuchInvitation = That invitation is over.
refusal-noSuchKnock = They are not at the door any more.
refusal-noSuchProposal = That proposal is over.
refusal-groupSaidNo = The group would rather be by itself today.
refusal-onBreak = You are resting. Come back first, then play.
refusal-endingNow = The music is coming to its end. This waits until after.
refusal-signInNeeded = Please sign in. What you wrote is still here.
refusal-signInWrong = That name and password do not go together. Look at them once more.
refusal-secondFactorNeeded = Now the six numbers from your other device.
refusal-secondFactorWrong = Those numbers do not fit. Take the ones shown now.
refusal-secondFactorMissing = This service asks for a second step when signing in. Set it up first.
refusal-passwordWrong = That is not your password as we know it.
refusal-passwordTooShort = Make it longer: ten letters at least. A few words work well.
refusal-loginNameTaken = Somebody has that name already. Choose another.
refusal-linkUsed = This link has been used, or its time is over. Ask for a new one.
refusal-noSuchAccount = That account is not here.
refusal-lastAdmin = Somebody has to look after the accounts. Make someone else an admin first.
refusal-plansFull = There are a hundred plans already. Delete one you no longer need.
