# Setninger om innlogging, kontoer og planer. På norsk bokmål.

## Den første kontoen

start-title = Du er den første her
start-text = Dette lager den første kontoen. Den er begge deler: leder, som holder rom, og administrator, som tar vare på kontoene.
start-used-title = Denne lenken er brukt
start-used-text = En startlenke lager den første kontoen, én gang. Var det deg, kan du logge inn. Hvis ikke, be den som tar vare på Windchime her, om en invitasjon.
staff-name = Navnet ditt
staff-name-hint = Slik andre ser det i rommet.
login-name = Navn til innlogging
login-name-hint = Et kort navn eller en e-postadresse. Bare de som jobber her, ser det.
password = Passord
password-new = Et nytt passord
password-hint = Minst ti tegn. Noen ord etter hverandre fungerer bra.
password-show = Vis
new-person-go = Lag kontoen min
new-person-going = Lager kontoen din.
staff-unreachable = Ingen svarer akkurat nå. Se etter at enheten er på nett, og prøv en gang til. Det du skrev, er her fortsatt.

## Logg inn

sign-in-title = Logg inn
sign-in-text = For dem som holder rom her, og dem som tar vare på dem.
sign-in-go = Logg inn
sign-in-going = Logger inn.
sign-in-other = Et annet navn
sign-in-forgot = Mistet passordet? En som tar vare på kontoene, kan gi deg en lenke til et nytt.
sign-in-again-title = Logg inn en gang til
sign-in-again-text = Det er en stund siden sist. Alt du skrev, er her fortsatt, og går videre der det var.
code-six = De seks tallene
code-six-hint = Fra appen på den andre enheten din. De skifter hvert halve minutt.
only-facilitator-title = Denne siden er for ledere
only-admin-title = Denne siden er for administratorer
only-text = Kontoen din er til noe annet her. En som tar vare på kontoene, kan endre det.
to-home = Til siden min

## En egen lenke

link-used-title = Denne lenken er over
invited-staff-title = Velkommen
invited-staff-text = Du er invitert til å jobbe her som { $roles }. Velg navnene dine og et passord.
reset-title = Et nytt passord
reset-text = Til kontoen { $name }. Du blir logget ut alle andre steder.
reset-go = Sett passordet
reset-done-title = Det nye passordet er satt
reset-done-text = Logg inn med det nå.

## Siden min

home-title = Hei, { $name }
home-text = Åpne et rom nå, eller planlegg et til senere.
home-text-admin = Du tar vare på kontoene her.
home-more = Mer som er ditt
open-your-rooms = Rom som er åpne
open-return = Gå inn igjen
open-return-to = Gå inn igjen: { $title }
open-untitled = Et rom uten navn
plans-title = Planene dine
plans-none = Ingen ennå. En plan tar vare på et rom slik du liker det, klart til neste gang.
plan-untitled = En plan uten navn
plan-new = Lag en plan
plan-use = Bruk den
plan-change = Endre
plan-copy = Kopier
plan-copy-title = { $title }, en kopi
plan-delete = Slett
plan-deleted = { $title } er slettet.
plan-take-back = Hent den tilbake

## En plan

open-title = Åpne et rom
open-text = Alt her kan endres senere, mens dere spiller.
open-go = Åpne rommet
open-going = Åpner rommet.
plan-change-title = Endre planen
plan-text = Endre det som betyr noe for deg. Resten er fint som det er.
plan-keep = Ta vare på den
plan-keep-for-later = Ta vare på den
plan-kept = Tatt vare på
plan-leave-title = Ta vare på endringene?
plan-leave-text = Planen har endringer som ikke er tatt vare på ennå.
plan-leave-go = La dem ligge
plan-gone-title = Den planen er ikke her lenger
plan-gone-text = Den kan være slettet. De andre planene finner du på siden din.
plan-title = Navn på denne stunden
plan-title-hint = Det kan stå tomt.
plan-place = Hvor er alle?
place-together = På ett sted
place-together-hint = Dere hører hverandre gjennom luften.
place-apart = Hver for seg
place-apart-hint = Hver hører alle fra sin egen enhet.
plan-music = Musikken
plan-you = Du
plan-more = Mer: instrumenter, dør, gang, mål
plan-instruments = Instrumenter
offer-sets = Sett som ofte passer
offer-all = Alle
offer-gentle = De milde
offer-drums = Trommer
offer-melody = Melodier
offer-count = { $count ->
    [one] Ett instrument
   *[other] { $count } instrumenter
  }
offer-last = Ett blir igjen, så det er noe å spille på.
plan-door = Døren
plan-door-who = Hvordan kommer folk inn?
door-plan-held = Noen åpner for hver enkelt
door-plan-held-hint = De venter ved døren til du slipper dem inn.
door-plan-open = De som har koden, kommer inn
door-plan-open-hint = Bra for grupper der alle kjenner alle.
plan-listening = Hvem kan bare lytte?
listening-plan-announced = De gruppen sier ja til
listening-plan-announced-hint = Det blir sagt fra først. Alle inne kan si nei.
listening-plan-nobody = Ingen bare lytter
listening-plan-nobody-hint = Alle som kommer inn, kan spille.
plan-course = Gangen i stunden
plan-course-text = Noe å støtte seg til mens dere spiller. Den kan endres når som helst.
course-ready = En gang som ofte fungerer
course-ready-none = Som det blir
course-ready-none-hint = Ingen steg.
course-ready-short = En kort
course-ready-short-hint = Rundt 20 minutter
course-ready-rounds = Med runder
course-ready-rounds-hint = Rundt 45 minutter
course-ready-full = En hel time
course-ready-full-hint = Med tid til å lande
course-add = Legg til et steg
course-minutes = { $minutes ->
    [one] 1 minutt
   *[other] { $minutes } minutter
  }
course-bars = { $bars ->
    [one] 1 takt
   *[other] { $bars } takter
  }
course-say-arrive = Finn plassen din. Lytt til rommet, og prøv instrumentet.
course-say-play = Vi spiller sammen. Én tone er nok.
course-say-rounds = Noen takter til hver som vil. Du kan alltid stå over.
course-say-freePlay = Spill det som kommer. Gi hverandre plass.
course-say-comeDown = Vi lar det bli langsommere og svakere.
course-say-close = Vi avslutter sammen. Hva vil du ta med deg?
step-length = Hvor lenge: { $step }
step-open = Åpent
step-minutes = Minutter
step-bars = Takter
step-shorter = Kortere
step-longer = Lengre
step-sentence = En setning alle ser
step-earlier = Tidligere
step-later = Senere
step-out = Ta det bort
plan-goals = Hva denne gruppen er her for
plan-goals-none = Ingenting skrevet ennå
plan-goals-label = Med gruppens egne ord
plan-goals-hint = Alle i rommet kan lese det. Opptil { $count } tegn.

## Kontoen min

account-title = Kontoen din
account-roles = Hva du gjør her
password-change = Bytt passord
password-change-text = Alle de andre enhetene dine blir logget ut.
password-changed = Det nye passordet gjelder fra nå.
leave-it = La det være
second-title = Et steg til ved innlogging
second-off-text = I tillegg til passordet gir du seks tall som en annen enhet viser. Da åpner et passord alene ingenting.
second-on-text = Det er på. Når du logger inn, blir du spurt om seks tall fra den andre enheten din.
second-set-up = Sett det opp
second-scan = Åpne en app for innloggingskoder på telefonen, og pek den mot denne firkanten.
second-type = Eller skriv dette inn i appen:
second-qr = Firkantet kode til appen på telefonen.
second-confirm = Slå det på
second-off = Slå det av
second-must-title = Én ting først
second-must-text = Denne tjenesten ber om et steg til ved innlogging. Det tar et minutt å sette opp.
sign-out = Logg ut
sign-out-text = Et rom som er åpent, blir stående åpent.
sign-out-here = På denne enheten
sign-out-everywhere = På alle enheter

## Kontoer og innstillinger

admin-title = Kontoer og innstillinger
admin-text = Du tar vare på hvem som jobber her. Du ser ingen rom, ingen planer og ingenting av det som ble spilt.
accounts-title = De som jobber her
staff-role-facilitator = leder
staff-role-facilitator-hint = Åpner og holder rom.
staff-role-admin = administrator
staff-role-admin-hint = Tar vare på kontoer og innstillinger, og ser ingen rom.
account-disabled = stengt for nå
account-second-factor = med et steg til
account-reset = Lenke til nytt passord
account-disable = Steng kontoen
account-enable = Åpne den igjen
account-disable-title = Stenge kontoen til { $name }?
account-disable-text = De blir logget ut overalt, og rommene de har åpne, stenger i løpet av sekunder. Du kan åpne kontoen igjen.
invite-staff = Inviter noen
invite-staff-as = Til å jobbe her som
invite-staff-both = leder og administrator
invite-staff-go = Lag en lenke
link-invite-title = En invitasjon til å jobbe her
link-reset-title = Et nytt passord til { $name }
link-once = Gi den videre. Den virker én gang, til { $until }, og vises bare nå.
link-qr = Firkantet kode med lenken. Pek et kamera mot den.
settings-title = Tjenesten
settings-name = Navn på tjenesten
settings-name-hint = Vises ved innloggingskodene på folks telefoner.
settings-safety = Hvor en kan henvende seg når det ikke er trygt
settings-safety-hint = Én setning som folk kan finne når som helst. Opptil { $count } tegn.
settings-second = Alle bruker et steg til ved innlogging
settings-second-hint = De som ikke har det ennå, setter det opp neste gang de logger inn.
settings-keep = Ta vare på innstillingene
settings-kept = Tatt vare på
