# Sentences of signing in, accounts and plans. In English.

## The first account

start-title = You are the first one here
start-text = This makes the first account. It is both: a facilitator, who holds rooms, and an admin, who looks after the accounts.
start-used-title = This link has been used
start-used-text = A start link makes the first account, once. If that was you, sign in. If not, ask the person who looks after Windchime here for an invitation.
staff-name = Your name
staff-name-hint = As people will see it in the room.
login-name = Name for signing in
login-name-hint = A short name or an e-mail address. Only those who work here see it.
password = Password
password-new = A new password
password-hint = Ten letters at least. A few words in a row work well.
password-show = Show
new-person-go = Make my account
new-person-going = Making your account.
staff-unreachable = Nobody answers just now. Check that this device is online, then try once more. What you wrote is still here.

## Sign in

sign-in-title = Sign in
sign-in-text = For those who hold rooms here and those who look after them.
sign-in-go = Sign in
sign-in-going = Signing in.
sign-in-other = Another name
sign-in-forgot = Lost the password? Someone who looks after the accounts can give you a link for a new one.
sign-in-again-title = Please sign in again
sign-in-again-text = It has been a while. Everything you wrote is still here, and goes on from where it was.
code-six = The six numbers
code-six-hint = From the app on your other device. They change every half minute.
only-facilitator-title = This page is for facilitators
only-admin-title = This page is for admins
only-text = Your account is for something else here. Someone who looks after the accounts can change that.
to-home = To my page

## A link of one's own

link-used-title = This link is over
invited-staff-title = Welcome
invited-staff-text = You are invited to work here as { $roles }. Choose your names and a password.
reset-title = A new password
reset-text = For the account of { $name }. It signs you out everywhere else.
reset-go = Set the password
reset-done-title = Your new password is set
reset-done-text = Now sign in with it.

## My page

home-title = Hello, { $name }
home-text = Open a room now, or plan one for later.
home-text-admin = You look after the accounts here.
home-more = More of yours
open-your-rooms = Rooms that are open
open-return = Go back in
open-return-to = Go back in: { $title }
open-untitled = A room without a name
plans-title = Your plans
plans-none = None yet. A plan keeps a room the way you like it, ready for the next time.
plan-untitled = A plan without a name
plan-new = Make a plan
plan-use = Use it
plan-change = Change
plan-copy = Copy
plan-copy-title = { $title }, a copy
plan-delete = Delete
plan-deleted = { $title } is deleted.
plan-take-back = Take it back

## A plan

open-title = Open a room
open-text = Everything here can be changed later, while you play.
open-go = Open the room
open-going = Opening the room.
plan-change-title = Change the plan
plan-text = Change what matters to you. The rest is fine as it is.
plan-keep = Keep it
plan-keep-for-later = Keep for later
plan-kept = Kept
plan-leave-title = Keep what you changed?
plan-leave-text = The plan has changes that are not kept yet.
plan-leave-go = Leave them
plan-gone-title = That plan is not here any more
plan-gone-text = It may have been deleted. Your other plans are on your page.
plan-title = Name of this session
plan-title-hint = You may leave it empty.
plan-place = Where is everyone?
place-together = In one place
place-together-hint = You hear each other through the air.
place-apart = Apart
place-apart-hint = Each hears everyone from their own device.
plan-music = The music
plan-you = You
plan-more = More: instruments, door, course, goals
plan-instruments = Instruments
offer-sets = Sets that often fit
offer-all = All of them
offer-gentle = Gentle ones
offer-drums = Drums
offer-melody = Melodies
offer-count = { $count ->
    [one] One instrument
   *[other] { $count } instruments
  }
offer-last = One stays, so that there is something to play.
plan-door = The door
plan-door-who = How do people come in?
door-plan-held = Someone opens for each person
door-plan-held-hint = They wait at the door until you let them in.
door-plan-open = Whoever has the code comes in
door-plan-open-hint = Good for groups where everyone knows everyone.
plan-listening = Who may just listen?
listening-plan-announced = Whoever the group agrees to
listening-plan-announced-hint = They are announced first. Anyone inside can say no.
listening-plan-nobody = Nobody only listens
listening-plan-nobody-hint = Everyone who comes in can play.
plan-course = The course
plan-course-text = Something to lean on while you play. It can change at any time.
course-ready = A course that often works
course-ready-none = As it comes
course-ready-none-hint = No steps at all.
course-ready-short = A short one
course-ready-short-hint = About 20 minutes
course-ready-rounds = With rounds
course-ready-rounds-hint = About 45 minutes
course-ready-full = A whole hour
course-ready-full-hint = With time to come down
course-add = Add a step
course-minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
  }
course-bars = { $bars ->
    [one] 1 bar
   *[other] { $bars } bars
  }
course-say-arrive = Find your place. Listen to the room, and try your instrument.
course-say-play = We play together. One note is enough.
course-say-rounds = Some bars for each who would like them. You can always pass.
course-say-freePlay = Play what comes. Leave space for each other.
course-say-comeDown = We let it grow slower and softer.
course-say-close = We come to an end together. What would you like to take along?
step-length = How long: { $step }
step-open = Open
step-minutes = Minutes
step-bars = Bars
step-shorter = Shorter
step-longer = Longer
step-sentence = A sentence that everyone sees
step-earlier = Earlier
step-later = Later
step-out = Take it out
plan-goals = What this group is here for
plan-goals-none = Nothing written yet
plan-goals-label = In the group's own words
plan-goals-hint = Everyone in the room can read it. Up to { $count } letters.

## My account

account-title = Your account
account-roles = What you do here
password-change = Change the password
password-change-text = All your other devices are signed out by it.
password-changed = Your new password holds from now on.
leave-it = Leave it
second-title = A second step when signing in
second-off-text = Besides your password you give six numbers that another device shows. Then a password alone opens nothing.
second-on-text = It is on. When you sign in you are asked for six numbers from your other device.
second-set-up = Set it up
second-scan = Open an app for sign-in codes on your phone and point it at this square.
second-type = Or type this into the app:
second-qr = Square code for the app on your phone.
second-confirm = Switch it on
second-off = Switch it off
second-must-title = One more thing first
second-must-text = This service asks for a second step when signing in. It takes a minute to set up.
sign-out = Sign out
sign-out-text = A room that is open stays open.
sign-out-here = On this device
sign-out-everywhere = On all devices

## Accounts and settings

admin-title = Accounts and settings
admin-text = You look after who works here. You see no room, no plan and nothing that was played.
accounts-title = Those who work here
staff-role-facilitator = facilitator
staff-role-facilitator-hint = Opens and holds rooms.
staff-role-admin = admin
staff-role-admin-hint = Looks after accounts and settings, and sees no room.
account-disabled = closed for now
account-second-factor = second step on
account-reset = Link for a new password
account-disable = Close the account
account-enable = Open it again
account-disable-title = Close the account of { $name }?
account-disable-text = They are signed out everywhere, and the rooms they have open close within seconds. You can open the account again.
invite-staff = Invite someone
invite-staff-as = To work here as
invite-staff-both = facilitator and admin
invite-staff-go = Make a link
link-invite-title = An invitation to work here
link-reset-title = A new password for { $name }
link-once = Hand this on. It works once, until { $until }, and is shown only now.
link-qr = Square code with the link. Point a camera at it.
settings-title = The service
settings-name = Name of the service
settings-name-hint = Shown beside the sign-in codes on people's phones.
settings-safety = Where to turn when not safe
settings-safety-hint = One sentence that people can find at any time. Up to { $count } letters.
settings-second = Everyone uses a second step when signing in
settings-second-hint = Whoever has none yet sets it up at the next sign-in.
settings-keep = Keep the settings
settings-kept = Kept
