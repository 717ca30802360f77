# What passes between the people of a room. In English.

## At the door

door-title = You are at the door
door-text = Someone will open it soon.
door-listen-text = The group is being told that you would like to listen. If nobody minds, the door opens in a moment.
door-said = From inside the room:
door-said-seenYou = We have seen you. It is good that you came.
door-said-almostReady = We are almost ready for you.
door-said-inTheMiddle = We are in the middle of something. We open when it is over.
door-said-pleaseWait = Please wait a little longer. We have not forgotten you.
door-try = Try an instrument
door-trying = You are still at the door
door-leave = Leave the door
door-open-title = The door is open
door-open-text = You can step in now. Take the time you need.
door-open-short = The door is open. Step in when you like.
door-unreachable = We cannot reach the room just now. We keep asking by ourselves.
door-notNow-title = Not just now
door-notNow-text = The group is in the middle of something. You can knock again in a little while.
door-knock = Knock again
door-turnedAway-title = The door stays closed this time
door-turnedAway-text = The person who holds the room has said no for today. You can ask them, or the one who invited you.
door-groupSaidNo-title = The group would rather be by itself today
door-groupSaidNo-text = Any group may say so about anyone who listens. It is not about you. You can ask again another time.
door-doorLocked-title = The door is locked for now
door-doorLocked-text = Nobody new comes in at the moment. Wait a little, or ask the person who invited you.
door-doorFull-title = Many people are at the door
door-doorFull-text = There is no more space to wait just now. Try again in a little while.
door-noListeners-title = This group plays without listeners
door-noListeners-text = You can come in and play along. One quiet note is enough, and so is none.
door-other-title = The door did not open
door-unknown-title = We lost sight of you at the door
door-unknown-text = That can happen when a device has slept. You can come to the door once more.
door-come-again = Come to the door once more
door-sent = { $name } has asked you to wait at the door for a moment
door-sent-text = Your chair is free meanwhile. Nobody hears you here, and you hear nobody. The door is opened from inside.
someone = The facilitator

## Sent out

removed-title = You are no longer in this room
removed-text = { $name } has ended your time in the room for now. You can talk about it with them, or with someone you trust. What you said yes or no to still holds.

## Say quietly

say = Say quietly
say-title = Say something quietly
say-text = One tap. No sound, and the others see nothing of it.
say-to = It goes to { $names }.
say-unnamed = Without my name
say-unnamed-hint = The words with a dot then go without it. Nobody can find out who it was.
signal-tooLoud = Too loud
signal-tooMuch = Too much for me
signal-needBreak = I need a break
signal-oneMore = One more
signal-likeThis = I like this
signal-askMe = Please ask me
signal-may-be-unnamed = can go without your name
thanks-signal = Thank you. It has been told quietly.
thanks-unnamed = Thank you. It has been told, without your name.
thanks-proposal = Thank you. The others can see what you propose.

## Rest

rest = Rest
rest-hint = A quiet page without sound. Your place stays yours.
rest-now = Rest now
rest-title = You are resting
rest-text = Nothing sounds here. The others can see that you rest. Your place stays yours.
rest-breathe = Slowly in. Slowly out.
rest-back = Come back
resting = Resting

## Propose something

propose-title = Propose something
propose-text = Everyone sees it. Whoever leads can take it up.
propose-tempo = Another tempo
propose-mood = Another mood
propose-ending = To come to an end
propose-go = Propose this
propose-mood-same = That is the mood we play in now.
proposed-slower = { $name } would like it slower: { NUMBER($bpm, maximumFractionDigits: 0) } beats a minute.
proposed-faster = { $name } would like it faster: { NUMBER($bpm, maximumFractionDigits: 0) } beats a minute.
proposed-mood = { $name } would like another mood: { $mood }.
proposed-ending = { $name } would like to come to an end.
proposed-you-tempo = You propose { NUMBER($bpm, maximumFractionDigits: 0) } beats a minute.
proposed-you-mood = You propose another mood: { $mood }.
proposed-you-ending = You propose to come to an end.
proposed-seconds = { $count ->
    [0] {""}
    [one] One more would like that too.
   *[other] { $count } more would like that too.
  }
second = I would too
second-not = Leave it
proposal-take = Take it up
proposal-aside = Set it aside
proposal-take-back = Take it back
fine = That is fine

## Invitations

invited-hold = { $name } asks if you would like to lead { $what }.
invited-hold-bars = { $name } asks if you would like to lead { $what }, for { $bars ->
    [one] one bar
   *[other] { $bars } bars
  }.
invited-hold-more = You can give it back at any time.
invited-instrument = { $name } asks if you would like to play { $instrument }.
invited-turn = Would you like { $bars ->
    [one] one bar
   *[other] { $bars } bars
  } of your own? The others play softly then.
invited-call = { $name } asks if you would like to call: { $bars ->
    [one] one bar
   *[other] { $bars } bars
  }, and an answer comes.
invited-answer = { $name } asks if you would like to answer: { $bars ->
    [one] one bar
   *[other] { $bars } bars
  }, after the call.
invited-no-matter = A no is fine, and nobody is told.
yes-please = Yes
no-thanks = No, thanks
just-listen = Just listen
led-door = the door
led-people = the group's sound
led-tempo = the tempo
led-frame = the mood
led-dynamics = loud and soft
led-rounds = the rounds
led-arc = the course of the session
led-ending = the ending
led-all = everything

## A listener

announced = { $name } would like to listen.
announced-text = They come in shortly if nobody minds. Nobody learns who says no.
announced-no = Not today, please

## What happens, and who decided it

softened-you-softer = { $name } has made your sound soft for now. It comes back by itself in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
  }. You can ask.
softened-you-silent = { $name } has made your sound silent to the others for now. It comes back by itself in { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
  }. You can ask.
softened-ask = Ask about it
softened-other = Soft for now, by { $name }
hushed = { $name } has asked for silence. Nobody sounds just now. It is not about anything you did.
paused = A pause. Everything comes back with the pulse.
swell-softer = Everyone grows softer.
swell-fuller = Everyone grows louder again.
thinned-you = Some of your notes are left out for now, so that there is more space. You do not need to do anything.
away = The facilitator is away. You can play on. The door stays closed meanwhile.
away-offered = The facilitator has been away for a while. You can play on, or bring the music to a calm end together.
away-end = A calm end
end-announced = { $name } brings the music to its end. { $bars ->
    [one] One more bar.
   *[other] { $bars } more bars.
  }
end-closing = Coming home. { $bars ->
    [one] One bar to the last chord.
   *[other] { $bars } bars to the last chord.
  }
end-one-more = One more round?
end-play-on = Play on after all
end-lastChord = The last chord
end-lastChord-text = Let it ring.
end-silence = Silence
end-silence-text = Listen to it for a moment.
end-stopped = The music has stopped
end-stopped-text = It has been ended for everyone now. The room closes in a moment.

## Rounds

round-title = Round
round-callAndAnswer = Call and answer
round-everyone = Everyone
round-now = { $name } plays, { $bars ->
    [one] one bar more
   *[other] { $bars } bars more
  }.
round-now-everyone = Everyone plays, { $bars ->
    [one] one bar more
   *[other] { $bars } bars more
  }.
round-yours = These bars are yours: { $bars ->
    [one] one more
   *[other] { $bars } more
  }. The others are softer.
round-yours-in = Yours in { $bars ->
    [one] one bar
   *[other] { $bars } bars
  }.
round-asked-in = You will be asked in about { $bars ->
    [one] one bar
   *[other] { $bars } bars
  }.
round-place-now = { $name }, now
round-place-asked = { $name }, will be asked

## The course and the goals

course-now = Now
course-arrive = Arrive
course-play = Play
course-rounds = Rounds
course-freePlay = Free play
course-comeDown = Come down
course-close = Close
course-title = What we do today
group-goals = What this group is here for
door-is = The door
door-is-open = Whoever has the code comes in.
door-is-held = Whoever comes waits until someone opens.
door-is-locked = The door is locked. Nobody new comes in.

## Who leads what

leads = Leads { $what }
leads-short = Leads some of it
leads-you = You lead { $what }
everyone-leads = Everyone may change { $what }.
give-back = Give it back

## Said once, of others

said-rests = { $name } rests for a while.
said-returned = { $name } is back from resting.
said-softened = { $by } has made the sound of { $name } soft for now.
said-unsoftened = The sound of { $name } is back as it was.
said-unsoftened-you = Your sound is back as it was.
said-given = { $name } leads { $what } now.
said-given-you = You lead { $what } now. You find it under Lead, and can give it back there.
said-given-everyone = Everyone may change { $what } now.
said-returned-controls = The facilitator leads { $what } again.
said-listens = { $name } came in to listen.
said-calledOff = The music goes on after all.
said-unhushed = The silence is over. You can play.
said-doorLocked = The door is locked now. Nobody new comes in.
said-doorHeld = Whoever comes now waits at the door first.
said-doorOpen = The door is open now for whoever has the code.
said-roundOver = The round is over. Everyone plays.
