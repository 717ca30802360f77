# Ordene i Windchime, på norsk bokmål.
# Korte, varme, konkrete: for den som er sliten eller redd, og like mye for den som er fagperson. Ingen sjargong, ingen
# utropstegn, ingen ros, ingen skyld. Hva som skjedde, og hva du kan gjøre.

## Selve siden

product = Windchime
close = Lukk
back = Tilbake
done = Ferdig
try-again = Prøv igjen
wait-page = Et øyeblikk.

## Skriv inn en kode

welcome-title = Kom inn
welcome-text = Noen sitter i en sirkel og spiller sammen. Her er døren.
code-label = Koden til rommet
code-hint = Seks bokstaver og tall. Store eller små er det samme.
code-go = Åpne døren
code-looking = Leter etter rommet.
code-short = { $missing ->
    [one] Det mangler én bokstav.
   *[other] Det mangler { $missing } bokstaver.
  }
code-camera = Eller pek kameraet på telefonen eller nettbrettet mot den firkantede koden.
code-unknown = Den koden åpner ikke noe rom. Se på den en gang til, eller spør den som ga deg den.
invite-unknown-title = Denne døren er lukket
invite-unknown-text = Lenken du kom med, åpner ikke noe rom nå. Spør den som ga deg den, eller skriv inn en kode.
type-code = Skriv inn en kode
staff-door = Jeg jobber her

## Når huset ikke kan nås, eller siden ikke passer

unreachable = Vi når ikke rommet akkurat nå. Se om enheten er på nett, og prøv en gang til.
unreachable-title = Vi når ikke rommet
pageTooOld-title = En nyere side er klar
pageTooOld-text = Det tar et øyeblikk å hente den. Plassen din blir tatt vare på.
pageTooOld-go = Hent den nye siden
pageTooNew-title = Denne siden er nyere enn rommet
pageTooNew-text = Maskinen som rommet går på, må oppdateres først. Si fra til den som passer på den, eller prøv igjen om litt.
unsupported-title = Denne nettleseren kan ikke spille
unsupported-text = Den mangler noe som rommet trenger. En nyere Firefox, Chrome, Edge eller Safari går fint.
unsupported-missing = Dette mangler: { $what }.
missing-socket = en fast linje til rommet (WebSocket)
missing-audio = lyd som lages på siden (Web Audio)
missing-language = noen nyere deler av nettleseren

## Musikken

tempo = Tempo
tempo-value = { NUMBER($bpm, maximumFractionDigits: 0) } slag i minuttet
tempo-slower = Saktere
tempo-faster = Raskere
tempo-tap = Slå det
tempo-tap-hint = Trykk fire ganger eller mer, i din egen takt.
metre = Slag i en takt
metre-2-4 = Som å gå
metre-3-4 = Som en vals
metre-4-4 = Som de fleste sanger
metre-5-4 = Tre og to
metre-6-8 = Vuggende
metre-7-8 = To, to og tre
mood = Stemning
mood-majorPentatonic = Åpen og lys
mood-minorPentatonic = Varm og dyp
mood-major = Klar og glad
mood-dorian = Ettertenksom
mood-lydian = Svevende
mood-mixolydian = Avslappet
mood-aeolian = Øm og trist
mood-minorBlues = Blå
mood-hirajoshi = Stille vann
scale-majorPentatonic = Durpentaton
scale-minorPentatonic = Mollpentaton
scale-major = Dur
scale-dorian = Dorisk
scale-lydian = Lydisk
scale-mixolydian = Miksolydisk
scale-aeolian = Ren moll
scale-minorBlues = Mollblues
scale-hirajoshi = Hirajoshi
tonic = Hjemmetone
tonic-0 = C
tonic-1 = Ciss
tonic-2 = D
tonic-3 = Ess
tonic-4 = E
tonic-5 = F
tonic-6 = Fiss
tonic-7 = G
tonic-8 = Ass
tonic-9 = A
tonic-10 = B
tonic-11 = H
feel = Hvordan slagene ligger
feel-straight = Jevnt
feel-swing = Svingende

## Rommet er åpent

opened-title = Rommet er åpent
opened-text = Andre kommer inn med koden, med lenken, eller ved å peke et kamera mot firkanten.
opened-code = Kode
opened-code-spoken = Koden, tegn for tegn: { $code }
opened-link = Lenke til rommet
opened-copy = Kopier lenken
opened-copied = Lenken er kopiert.
opened-not-copied = Her får vi ikke lov til å kopiere. Du kan merke lenken og kopiere den selv.
opened-qr = Firkantet kode som åpner døren. Pek et kamera mot den.
step-in = Gå inn i rommet

## Kom inn

join-title = Hvem er du i dag?
join-into = Du står ved døren til { $title }.
join-text = En form er nok. Et navn bestemmer du selv.
join-shape = Formen din
join-name = Navnet ditt
join-name-hint = Det kan stå tomt. Da er du her som formen din.
join-keep = Kan vi ta vare på det du spiller, så gruppen kan høre det igjen?
join-keep-hint = Du kan si nei, og du kan ombestemme deg når som helst.
keep-no = Nei takk
keep-yes = Ja, det er greit
join-play = Spill med
join-listen = Bare lytt
join-checking = Åpner døren.
shape-circle = Sirkel
shape-triangle = Trekant
shape-square = Firkant
shape-diamond = Rute
shape-star = Stjerne
shape-drop = Dråpe
shape-leaf = Blad
shape-wave = Bølge

## Prøv et instrument

try-alone = Bare du hører dette
try-preparing = Gjør klar: { $instrument }.
try-sound-off = Lyden sover fremdeles.
try-wake = Vekk lyden
stepping-in = Går inn.
instruments = Instrumenter
families = Slags instrumenter
family-drums = Trommer
family-bars = Stavspill
family-plucked = Strenger
family-long = Lange toner
instrument-handDrum = Håndtromme
instrument-frameDrum = Rammetromme
instrument-shaker = Rasle
instrument-woodblock = Treblokk
instrument-marimba = Marimba
instrument-kalimba = Kalimba
instrument-bells = Klokker
instrument-bowls = Syngeboller
instrument-harp = Harpe
instrument-bass = Bass
instrument-warmPad = Varm klang
instrument-strings = Strykere
instrument-voice = Stemme
instrument-flute = Fløyte
instrument-oceanDrum = Havtromme
how-pads = Rør ved steinene. Alle passer.
how-drum = Slå hvor du vil: dypt i midten, lyst ved kanten.
how-strings = Klimpre på en streng, eller stryk over dem.
how-field = Rør og beveg sakte. Opp og ned, til venstre og til høyre.
how-loop = Legg perler på ringen. Den går rundt av seg selv.

surface-play = Spill
note = { $note } { $octave }
drum-centre = Midten
drum-half = Halvveis ut
drum-rim = Kanten
loop-label = Et mønster som går rundt
loop-bead = Steg { $step }, linje { $row }, { $note }, { $strength ->
    [soft] svak
    [medium] middels
    [strong] sterk
   *[off] tom
  }
loop-length = Hvor langt mønsteret er
loop-steps = { $count } steg
loop-clear = Tøm
loop-stop = Stopp

## Rommet

room = Rommet
room-untitled = Rommet
room-connecting = Finner de andre.
quiet = Stille
quiet-on = Det er stille. Ingenting lyder fra denne enheten.
leave = Gå ut
surface-choose = Måter å spille på
surface-pads = Steiner
surface-drum = Tromme
surface-strings = Strenger
surface-field = Felt
surface-loop = Ring
surface-label = { $instrument }: { $surface }
instrument = Instrument
my-sound = Min lyd
lead = Led
waiting-count = { $count ->
    [one] Én person venter ved døren.
   *[other] { $count } personer venter ved døren.
  }
pulse-start = Start puls
pulse-stop = Stopp puls
pulse-still = Det er ingen puls akkurat nå.
pulse-waiting = Venter til { $names } er klar. Det begynner av seg selv om et øyeblikk.
pulse-waiting-you = Pulsen venter til enheten din er klar.
pulse-awaited = Pulsen venter til alle er klare.
pulse-countIn = Teller opp.
pulse-going = Pulsen går.
pulse-ending = Pulsen stopper etter denne takten.
listening = Du lytter
listening-text = Alt sirkelen spiller, kommer til deg.

## Når noe skjer i rommet

alone = Du er alene et øyeblikk. Bare spill videre. Vi finner de andre.
alone-long = Vi leter fortsatt etter de andre. Plassen din er din i en halvtime. Du kan spille videre.
alone-polling = Nettet her stenger den raske veien til de andre. Vi bruker en saktere.
sound-stopped = Lyden har stoppet
sound-stopped-text = En samtale eller en låst skjerm kan gjøre det. Trykk her, så kommer den tilbake på slaget.
sound-again = Lyd igjen
sound-none-title = Denne enheten har ingen lyd
sound-none = Vi finner verken høyttaler eller hodetelefoner her. Koble til noe, og trykk på Lyd igjen. Du kan spille så lenge: de andre hører deg.
play-without-sound = Spill uten lyd
not-stored = Disken til rommet er full, eller kan ikke skrives på. Spill videre. Det du spiller nå, blir kanskje ikke tatt vare på.
company-coming = Selskapet er på vei inn.

said-came = { $name } kom inn.
said-left = { $name } gikk.
said-lost = { $name } har mistet linjen. Plassen blir tatt vare på.
said-away = { $name } er borte. Plassen blir tatt vare på.
said-back = { $name } er tilbake.
said-instrument = { $name } spiller { $instrument } nå.
said-tempo = Tempoet skifter ved neste takt.
said-frame = Stemningen skifter ved neste takt.

## Gå ut

leave-title = Gå ut av rommet?
leave-text = Du kan gå stille når du vil. Ingen får vite hvorfor.
leave-text-facilitator = Rommet er åpent for de andre også uten deg. Vil du avslutte for alle, kan du lukke det under Led.
leave-stay = Bli her
leave-go = Gå stille ut

## Etter rommet

leftRoom-title = Du har gått stille ut
leftRoom-text = De andre spiller videre. Du kan komme tilbake når du vil.
come-back = Kom inn igjen
to-start = Til inngangsdøren
roomClosed-title = Det var den siste tonen
roomClosed-text = Takk for at du var her.
seatTakenElsewhere-title = Du spiller et annet sted
seatTakenElsewhere-text = Plassen din i sirkelen flyttet til en annen fane eller et annet vindu. Du kan ta den tilbake her.
seatTakenElsewhere-go = Spill her
seatUnknown-title = Plassen din er gitt videre
seatUnknown-text = Etter en halvtime borte er en plass i sirkelen ledig igjen. Du kan komme inn på nytt med koden eller lenken.
tooMuch-title = Det kom mer fra denne enheten enn rommet kan ta imot
tooMuch-text = Rommet slapp linjen så de andre kan spille videre. Du kan komme inn igjen.
serverStopping-title = Rommet tar en kort pause
serverStopping-text = Plassen din blir tatt vare på. Det går videre om et øyeblikk.
return-title = Plassen din venter
return-text = Du var i dette rommet for et øyeblikk siden.
return-go = Gå inn igjen
return-looking = Leter etter plassen din.

## Folk

people-title = Hvem er her
people-count = { $count ->
    [one] Én er her.
   *[other] { $count } er her.
  }
people-short = { $count } her
people-loudness = Hvor sterkt du hører { $name }
people-loudness-hint = Bare for dine egne ører.
you = Du
you-named = { $name } (du)
by-shape = { $shape ->
    [leaf] { $colour ->
        [amber] Ravgult
        [teal] Sjøgrønt
        [rose] Rosa
        [sky] Himmelblått
        [lime] Limegrønt
        [violet] Fiolett
        [coral] Korallrødt
       *[sand] Sandfarget
      }
   *[other] { $colour ->
        [amber] Ravgul
        [teal] Sjøgrønn
        [rose] Rosa
        [sky] Himmelblå
        [lime] Limegrønn
        [violet] Fiolett
        [coral] Korallrød
       *[sand] Sandfarget
      }
  } { $shape ->
    [circle] sirkel
    [triangle] trekant
    [square] firkant
    [diamond] rute
    [star] stjerne
    [drop] dråpe
    [leaf] blad
   *[wave] bølge
  }
role-facilitator = Leder
role-listener = Lytter
presence-here = Her
presence-lost = Mistet linjen, plassen venter
presence-away = Borte, plassen venter
person-getting-ready = Gjør seg klar
person-kept = Tas vare på
person-not-kept = Tas ikke vare på
person-company = Simulert musiker

## Min lyd

sound-title = Min lyd
loudness = Hvor sterkt du hører rommet
loudness-value = { $percent } %
sound-from = Hvor lyden kommer fra på denne enheten
sound-from-everyone = Alle
sound-from-everyone-hint = Hele sirkelen, herfra.
sound-from-onlyMine = Bare min
sound-from-onlyMine-hint = Når dere sitter sammen og hver enhet spiller sitt.
sound-from-everyoneButMe = Alle unntatt meg
sound-from-everyoneButMe-hint = Når de andres enheter er stille og denne er høyttaleren i rommet.
snap = Trekk tonene mine til slaget
snap-hint = Hvert trykk lyder på nærmeste linje i takten.
snap-fine = Hvor fint
snap-quarter = Slag
snap-eighth = Halve slag
snap-sixteenth = Kvarte slag
touch-strength = Hvor sterkt et trykk spiller
touch-strength-hint = For skjermer som ikke kjenner hvor hardt du trykker.
glide = Når du glir
glide-steps = I stemningens egne trinn
glide-free = Fritt
pulse = Pulsen
pulse-sound = Jeg hører den
pulse-movement = Jeg ser den
pulse-off = Av
pulse-loudness = Hvor sterk pulsen er
keep-title = Å ta vare på det du spiller
keep-now-yes = Det du spiller, blir tatt vare på, så gruppen kan høre det igjen.
keep-now-no = Det du spiller, blir ikke tatt vare på. Det er borte når det har klunget.
keep-change-yes = Ta vare på det jeg spiller
keep-change-no = Slutt å ta vare på det
device-late = Lyder denne enheten sent?
device-late-hint = Hodetelefoner uten ledning gjør ofte det. Slå med, så trekker vi det fra.
tap-open = Slå med
correction-none = Ingenting trekkes fra nå.
correction-now = { NUMBER($ms, maximumFractionDigits: 0) } tusendels sekund trekkes fra nå.

## Slå med

tap-title = Slå med
tap-text = Du hører et mykt slag. Trykk sammen med det, slik du kjenner det. Tolv ganger eller mer.
tap-here = Trykk her
tap-start = Start slaget
tap-left = { $left ->
    [one] Ett trykk til.
   *[other] { $left } trykk til.
  }
tap-enough = Noen få til, for å være sikker.
tap-steady = Jevnt nok
tap-steady-late = Denne enheten lyder { NUMBER($ms, maximumFractionDigits: 0) } tusendels sekund for sent. Vi trekker det fra.
tap-steady-early = Denne enheten lyder { NUMBER($ms, maximumFractionDigits: 0) } tusendels sekund for tidlig. Vi venter så lenge.
tap-steady-none = Denne enheten er i takt. Ingenting må trekkes fra.
tap-spread = De fleste trykkene dine ligger innenfor { NUMBER($ms, maximumFractionDigits: 0) } tusendels sekund fra hverandre.
tap-notSteady = Prøv en gang til
tap-notSteady-text = Trykkene lå for langt fra hverandre til å si noe. Et stille sted og hodetelefoner hjelper. Du kan også la det være som det er.
tap-use = Bruk dette
tap-once-more = En gang til
tap-undo = Angre
tap-undone = Det er som det var før.
tap-saved = Det trekkes fra heretter, på denne enheten.

## For dem som leder: rommet

lead-title = Led rommet
glide-over = Nå det
glide-at-once = Ved neste takt
glide-bars = { $bars ->
    [one] Over én takt
   *[other] Over { $bars } takter
  }
tempo-now = Nå: { NUMBER($bpm, maximumFractionDigits: 0) } slag i minuttet.
tempo-set = Sett tempoet
lead-music = Stemning og takt
lead-music-coming = Alles instrumenter følger med ved neste takt.
echo-title = Hvordan dere hører hverandre
echo-live = Dere hører hverandre med en gang.
echo-partBeat = Dere hører hverandre en del av et slag senere, i takt.
echo-sixteenth = Dere hører hverandre et kvart slag senere, i takt.
echo-eighth = Dere hører hverandre et halvt slag senere, i takt.
echo-quarter = Dere hører hverandre ett slag senere, i takt.
echo-halfBar = Dere hører hverandre en halv takt senere, i takt.
echo-bar = Dere hører hverandre én takt senere, i takt.
echo-twoBars = Dere hører hverandre to takter senere, i takt.
echo-auto = Rommet finner hva nettet kan holde.
echo-fixed = Du har låst det.
echo-choose = Velg
echo-choice-auto = Rommet finner det
echo-choice-live = Med en gang
echo-choice-noteSixteenth = En sekstendel
echo-choice-noteEighth = En åttendel
echo-choice-noteQuarter = En fjerdedel
echo-choice-sixteenth = Et kvart slag
echo-choice-eighth = Et halvt slag
echo-choice-quarter = Ett slag
echo-choice-halfBar = En halv takt
echo-choice-bar = Én takt
echo-choice-twoBars = To takter
company-title = Selskap
company-text = Tre simulerte musikere som spiller med. Alle ser at de er simulert.
company-here = Spiller med
company-not-here = Tre simulerte musikere
company-invite = Be selskapet inn
company-home = Send selskapet hjem
invite-title = Slipp andre inn
invite-open = Vis kode og lenke
invite-looking = Henter koden.
close-title = Avslutt for alle
close-text = Rommet lukkes for alle. Ta farvel først.
close-open = Lukk rommet
close-ask = Lukke rommet for alle?
close-ask-text = Alle ser at det var den siste tonen. Et lukket rom kan ikke åpnes igjen.
close-no = La det være åpent
close-yes = Lukk rommet

## Denne enheten

device-title = Denne enheten
device-open = Språk og lys
theme = Lys
theme-device = Som enheten
theme-day = Dag
theme-night = Natt
language = Språk
language-en = English
language-nb = Norsk bokmål

## Hvorfor noe ikke lot seg gjøre

refusal-malformed = Rommet skjønte ikke det. Prøv en gang til.
refusal-tooLarge = Det var for mye på en gang. Prøv med mindre.
refusal-tooMany = Det gikk veldig fort. Pust ut, og prøv igjen.
refusal-notAllowed = Det er det lederen som gjør. Du kan spørre.
refusal-notHere = Plassen din i sirkelen er borte. Kom inn på nytt med koden eller lenken.
refusal-noSuchMember = Den personen er ikke her lenger.
refusal-noSuchInstrument = Det instrumentet finnes ikke her.
refusal-noSuchRoom = Den koden åpner ikke noe rom. Se på den en gang til, eller spør den som ga deg den.
refusal-roomFull = Alle stolene er tatt akkurat nå. Vent litt, eller spør den som ba deg inn.
refusal-roomClosed = Dette rommet er lukket. Takk for at du kom innom.
refusal-nameEmpty = Det navnet har ingen bokstaver. Skriv et annet, eller la det stå tomt.
refusal-nameTooLong = Det var et langt navn. Det er plass til 24 bokstaver.
refusal-nameTaken = Noen her har et navn som ligner på dette. Legg til en bokstav, eller velg et annet.
refusal-symbolTaken = Alle plasser med denne formen er tatt. Velg en annen form.
refusal-tooEarly = Det er litt tidlig for det. Prøv om et øyeblikk.
refusal-tooLate = Det kom for sent til å bli hørt. Bare spill videre.
refusal-alreadySo = Det er slik allerede.
refusal-noSuchNote = Den tonen er allerede slutt.
refusal-pageTooOld = En nyere side er klar. Hent den, så blir plassen din tatt vare på.
refusal-pageTooNew = Denne siden er nyere enn rommet. Prøv igjen om litt.
refusal-seatUnknown = Plassen din er gitt videre. Kom inn på nytt med koden eller lenken.
refusal-tryLater = Det var mange forsøk nå. Vent et minutt, og prøv igjen.
refusal-companyHere = Selskapet er her allerede.
refusal-textTooLong = Det var en lang tekst. En kortere får plass.
refusal-instrumentNotOffered = Det instrumentet er ikke framme i dag. Velg et annet, eller spør.
refusal-doorFull = Mange venter akkurat nå. Prøv igjen om litt.
refusal-doorLocked = Døren er låst for nå. Spør den som inviterte deg.
refusal-noSuchInvitation = Den invitasjonen er over.
refusal-noSuchKnock = De er ikke ved døren lenger.
refusal-noSuchProposal = Det forslaget er over.
refusal-groupSaidNo = Gruppen vil helst være for seg selv i dag.
refusal-onBreak = Du hviler. Kom tilbake først, så kan du spille.
refusal-endingNow = Musikken er på vei mot slutten. Dette får vente til etterpå.
refusal-signInNeeded = Logg inn. Det du skrev, er her fortsatt.
refusal-signInWrong = Det navnet og passordet hører ikke sammen. Se på dem en gang til.
refusal-secondFactorNeeded = Nå de seks tallene fra den andre enheten din.
refusal-secondFactorWrong = De tallene passer ikke. Ta dem som vises nå.
refusal-secondFactorMissing = Tjenesten ber om et ekstra trinn ved innlogging. Sett det opp først.
refusal-passwordWrong = Det er ikke passordet vi kjenner.
refusal-passwordTooShort = Gjør det lengre: minst ti tegn. Noen ord etter hverandre fungerer bra.
refusal-loginNameTaken = Noen har det navnet allerede. Velg et annet.
refusal-linkUsed = Lenken er brukt, eller tiden er ute. Be om en ny.
refusal-noSuchAccount = Den kontoen finnes ikke her.
refusal-lastAdmin = Noen må ta seg av kontoene. Gjør noen andre til administrator først.
refusal-plansFull = Det er hundre planer allerede. Slett en du ikke trenger lenger.
