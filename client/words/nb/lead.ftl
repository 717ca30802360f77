# Å lede rommet: for den som holder det, sliten eller midt i spillet. Få ord, og hva et trykk fører til.

## Siden for å lede

lead-back = Spill videre
lead-all = Alt annet
lead-drawer-music = Musikken
lead-drawer-people = Folk
lead-drawer-course = Forløpet
lead-drawer-room = Dette rommet
lead-never-mind = La det være
lead-undo = Angre
lead-someone = Noen
lead-bars = { $bars ->
    [one] Én takt
   *[other] { $bars } takter
  }
lead-in-bars = Om { $bars } takter
lead-fewer-bars = Færre takter
lead-more-bars = Flere takter
lead-for-good = Til videre

## Hvordan noen har det

lead-person-gone = Den personen er ikke i rommet lenger.
lead-person-holds = Holder: { $what }
lead-person-holds-some = Holder noe av ledelsen
lead-heard-now = Spilte nå nettopp
lead-heard-moment = Stille en liten stund
lead-heard-minutes = { $minutes ->
    [one] Stille et minutt
   *[other] Stille i { $minutes } minutter
  }
lead-heard-not-yet = Ikke hørt ennå
lead-state-resting = Hviler
lead-state-no-sound = Lyden går ikke ennå
lead-state-softer = Gjort svakere
lead-state-silent = Gjort stille
lead-state-turn = Sine takter nå

## Hva som kan gjøres for en person

lead-act-softer = Svakere
lead-act-silent = Stille
lead-act-back = Ta tilbake
lead-act-thinOut = Tynn ut
lead-act-bringIn = Ta inn
lead-act-soft-hint = { $name } får vite at det var deg. Det går over av seg selv etter fem minutter.
lead-undo-softer = { $name } er svakere nå.
lead-undo-silent = { $name } er stille nå.
lead-invite-instrument = By på et instrument
lead-invite-instrument-ask = Hvilket instrument vil du by { $name } på?
lead-invite-hold = By på å dele ledelsen
lead-invite-hold-ask = Hva vil du at { $name } skal holde?
lead-invite-hold-span = Hvor lenge
lead-invite-free = De blir spurt, og kan si nei.
lead-invite-send = Spør
lead-act-put-at-door = Sett tilbake ved døren
lead-put-at-door-ask = Sette { $name } tilbake ved døren?
lead-put-at-door-text = De går ut av sirkelen og venter ved døren. De får vite det, og at det var deg. Du kan slippe dem inn igjen.
lead-remove-title = Hvis det ikke er nok
lead-remove-text = Den som blir tatt ut, kan ikke komme tilbake uten å bli sluppet inn på nytt.
lead-act-remove = Ta ut av rommet
lead-remove-ask = Ja, ta ut { $name }

## Døren

lead-door-title = Dør
lead-door-nobody = Ingen står ved døren.
lead-door-count = { $count ->
    [one] Én person står ved døren.
   *[other] { $count } personer står ved døren.
  }
lead-door-since = { $minutes ->
    [0] Kom nettopp
    [one] I et minutt
   *[other] I { $minutes } minutter
  }
lead-door-listener = Vil gjerne lytte
lead-door-called = På vei inn
lead-door-let-in = Slipp inn
lead-door-all = Slipp inn alle { $count }
lead-door-these = Ved døren: { $names }.
lead-door-listens = { $name } (for å lytte)
lead-door-look = Se
lead-door-not-now = Ikke nå
lead-door-no = Nei
lead-door-no-ask = Ja, si nei
lead-door-say = Si gjennom døren
lead-door-say-seenYou = Jeg har sett deg
lead-door-say-almostReady = Vi er snart klare
lead-door-say-inTheMiddle = Vi er midt i noe
lead-door-say-pleaseWait = Vent litt, er du snill
lead-door-announced = { $name } kommer inn for å lytte om { $seconds } sekunder, hvis ingen sier nei.
lead-door-object = Ikke i dag
lead-door-on = Den som kommer, venter ved døren
lead-door-on-hint = Av: koden fører rett inn.
lead-door-lock = Lås døren
lead-door-lock-hint = Ingen nye kan komme, og ingen kan vente.
lead-door-is-on = Den som kommer, venter
lead-door-is-off = Åpen for alle med koden
lead-door-is-locked = Låst
lead-door-new-code = Ny kode
lead-door-new-code-ask = Ja, den gamle åpner da ingenting

## Stille beskjeder og forslag

lead-signals-title = Stille beskjeder
lead-signals-count = { $count ->
    [one] Én stille beskjed
   *[other] { $count } stille beskjeder
  }
lead-signals-none = Ingen har sendt noe akkurat nå.
lead-signals-text = De kommer uten lyd og går bort av seg selv etter ti minutter.
lead-signal-tooLoud = For høyt
lead-signal-tooMuch = For mye for meg
lead-signal-needBreak = Jeg trenger en pause
lead-signal-oneMore = En runde til
lead-signal-likeThis = Dette liker jeg
lead-signal-askMe = Spør meg gjerne
lead-signal-unnamed = { $count ->
    [one] én uten navn
   *[other] { $count } uten navn
  }
lead-signal-seen = Sett
lead-proposal-says = { $name } foreslår: { $what }.
lead-proposal-seconds = { $count ->
    [one] Én til vil gjerne det.
   *[other] { $count } til vil gjerne det.
  }
lead-proposal-tempo = { NUMBER($bpm, maximumFractionDigits: 0) } slag i minuttet
lead-proposal-frame = { $mood }, hjemmetone { $note }
lead-proposal-ending = å komme til en slutt
lead-proposal-take = Ta det
lead-proposal-aside = Legg til side
lead-invited-you = { $name } inviterer deg: { $what }.
lead-invited-yes = Ja
lead-invited-pass = Stå over
lead-asked-open = { $name } er spurt: { $what }. Ikke noe svar ennå.
lead-asked-withdraw = Trekk tilbake
lead-to-hold = å dele ledelsen
lead-to-instrument = { $instrument }
lead-to-turn = { $bars } egne takter
lead-to-call = å rope, { $bars } takter
lead-to-answer = å svare, { $bars } takter

## Tempo, stemning, akkorder

lead-pause = Pause
lead-pause-hint = I en pause stopper pulsen, og alle blir stille i løpet av en takt. Det kommer tilbake med pulsen.
lead-preset = Stemninger og former
lead-preset-open = Åpen og lys
lead-preset-hint-open = Alt passer
lead-preset-deep = Varm og dyp
lead-preset-hint-deep = Alt passer
lead-preset-thoughtful = Ettertenksom
lead-preset-hint-thoughtful = Dorisk, jevnt
lead-preset-floating = Svevende
lead-preset-hint-floating = Lydisk, jevnt
lead-preset-easy = Avslappet
lead-preset-hint-easy = Miksolydisk, svingende
lead-preset-tender = Øm og trist
lead-preset-hint-tender = Ren moll, jevnt
lead-preset-stillWater = Stille vann
lead-preset-hint-stillWater = Hirajoshi, jevnt
lead-preset-blues = En blues
lead-preset-hint-blues = Tolv takter, svingende
lead-preset-lullaby = En vuggesang
lead-preset-hint-lullaby = Tre slag, åtte takter
lead-preset-drone = Én lang tone
lead-preset-hint-drone = Én akkord som blir
lead-preset-pace = Ta med takt og tempo
lead-preset-pace-hint = For bluesen og vuggesangen.
lead-music-freely = Velg fritt
lead-chords-title = Akkorder
lead-chords-text = En rekke som går rundt. Det som er under fingrene, passer alltid.
lead-chords-now = Nå: { $chord } ({ $sign })
lead-chords-off = Ingen, stemningen er nok
lead-chords-bars = Takter for hver akkord
lead-chords-ways = Veier å gå
lead-chords-add = Legg til en akkord
lead-chords-yours = Rekken din
lead-chords-take-out = Ta den ut
lead-chords-set = Bruk den fra neste takt
lead-chords-none = Ingen akkorder
lead-chord-home = Hjem
lead-chord-away = Bort
lead-chord-further = Lenger
lead-chord-shade = Skygge
lead-chord-light = Lys
lead-chord-wide = Vidt
lead-chord-aside = Til siden
lead-chord-still = Stille

## Styrke, tetthet, grunn

lead-hush = Hysj
lead-hush-lift = Lyd igjen
lead-hush-is-on = Hysj
lead-loudness-title = Sterkt og fullt
lead-swell-title = Hvor sterkt alle spiller
lead-swell-over = Nå det over
lead-swell-now = Styrke { $percent } %
lead-swell-whisper = En hvisken
lead-swell-soft = Svakt
lead-swell-middle = Midt imellom
lead-swell-full = Fullt
lead-density-title = Hvor mye som slipper gjennom
lead-density-text = Tynnere: færre av tonene høres. Det første slaget høres alltid.
lead-density-few = Noen få toner
lead-density-thin = Tynt
lead-density-some = Det meste
lead-density-all = Alt
lead-density-parts = Én stemme om gangen
lead-density-bring-in-whom = Ta inn { $name }
lead-density-thin-out-whom = Tynn ut { $name }
lead-conduct-title = Diriger
lead-conduct-value = Styrke og tetthet med én finger
lead-conduct-loud = Sterkt
lead-conduct-soft = Svakt
lead-conduct-thin = Tynt
lead-conduct-full = Fullt
lead-conduct-loudness = Hvor sterkt
lead-conduct-density = Hvor fullt
lead-ground-title = Grunn
lead-ground-text = Stemmer som går av seg selv, fra stolen din. Fra neste takt.
lead-ground-none = Ingen
lead-ground-drone = Lang tone
lead-ground-hint-drone = Hjemmetonen, holdt svakt under.
lead-ground-ostinato = Lite mønster
lead-ground-hint-ostinato = Noen få toner som går rundt.
lead-ground-heartbeat = Hjerteslag
lead-ground-hint-heartbeat = Et mykt, dypt slag.

## Runder

lead-rounds-title = Runder
lead-rounds-text = Hver som vil, spiller noen takter, og de andre er svakere imens.
lead-rounds-free = Hver blir spurt litt før. Alle kan stå over, og ingen får vite det.
lead-rounds-none = Det er ingen runde nå.
lead-rounds-kind = Hva slags
lead-rounds-round = En runde
lead-rounds-call = Rop og svar
lead-rounds-who = Hvem, i den rekkefølgen du trykker
lead-rounds-all = Alle, rundt sirkelen
lead-rounds-bars = Takter til hver
lead-rounds-laps = Hvor mange ganger rundt
lead-rounds-less = Færre ganger
lead-rounds-more = Flere ganger
lead-rounds-begin = Begynn runden
lead-rounds-now = Nå: { $name }
lead-rounds-between = Mellom to
lead-rounds-asked = { $name } blir spurt
lead-rounds-skip = Spør neste
lead-rounds-end = Avslutt runden
lead-call-who = Hvem roper
lead-answer-who = Hvem svarer
lead-answer-all = Alle
lead-call-times = Hvor mange ganger
lead-call-begin = Spør dem

## Forløpet

lead-arc-title = Forløp og mål
lead-arc-text = En rettesnor, aldri en lås. Alle ser setningen for steget dere er i.
lead-arc-make = Lag et forløp
lead-arc-edit = Endre forløpet
lead-arc-step-arrive = Komme
lead-arc-step-play = Spille
lead-arc-step-rounds = Runder
lead-arc-step-freePlay = Fritt spill
lead-arc-step-comeDown = Lande
lead-arc-step-close = Avslutte
lead-arc-begin = Begynn: { $step }
lead-arc-next = Neste: { $step }
lead-arc-go = Gå hit
lead-arc-here = Dere er her
lead-arc-just-begun = nettopp begynt
lead-arc-since = { $minutes ->
    [one] i et minutt
   *[other] i { $minutes } minutter
  }
lead-arc-since-of = { $since }, tenkt som { $meant }
lead-arc-of-minutes = { $minutes } av omtrent { $meant } minutter
lead-arc-about-minutes = { $minutes ->
    [one] omtrent et minutt
   *[other] omtrent { $minutes } minutter
  }
lead-arc-about-bars = { $bars ->
    [one] omtrent en takt
   *[other] omtrent { $bars } takter
  }
lead-arc-add = Legg til et steg
lead-arc-earlier = Tidligere
lead-arc-later = Senere
lead-arc-remove = Ta ut
lead-arc-length = Hvor lenge
lead-arc-length-open = Åpent
lead-arc-length-minutes = Minutter
lead-arc-length-bars = Takter
lead-arc-shorter = Kortere
lead-arc-longer = Lengre
lead-arc-sentence = En setning til alle
lead-arc-sentence-hint = Den kan stå tom.
lead-arc-save = Bruk dette forløpet
lead-goals-title = Hva gruppen ønsker
lead-goals-hint = Med deres egne ord. Alle her kan lese det.
lead-goals-save = Ta vare på målene

## Slutten

lead-ending-title = Slutt
lead-ending-value = Si fra, og kom hjem
lead-ending-text = Alle får vite det på forhånd. Så blir musikken tynnere, kommer hjem, og en siste akkord klinger.
lead-ending-lead = Når det begynner
lead-ending-soon = Om omtrent 20 sekunder
lead-ending-close = Hvor lenge den kommer hjem
lead-ending-announce = Si fra om slutten
lead-ending-in = { $bars ->
    [one] Slutten begynner etter denne takten.
   *[other] Slutten begynner om { $bars } takter.
  }
lead-ending-closing = { $bars ->
    [one] På vei hjem. Den siste akkorden er neste.
   *[other] På vei hjem. Den siste akkorden om { $bars } takter.
  }
lead-ending-rings = Den siste akkorden klinger.
lead-ending-stopped = Musikken har stoppet. Rommet lukkes.
lead-ending-by = Sagt fra av { $name }.
lead-ending-one-more = { $count ->
    [one] Én vil gjerne ha en runde til.
   *[other] { $count } vil gjerne ha en runde til.
  }
lead-ending-call-off = Avlys, spill videre
lead-stop-text = Hvis det må være nå: alt toner ut på to sekunder, og rommet lukkes.
lead-stop-now = Stopp nå
lead-stop-ask = Trykk en gang til for å stoppe for alle

## Hvem holder hva

lead-holding-title = Del ledelsen
lead-holding-text = Alle ser hvem som holder hva.
lead-control-door = Døren
lead-control-people = Folk
lead-control-tempo = Tempo og puls
lead-control-frame = Stemning og akkorder
lead-control-dynamics = Sterkt og fullt
lead-control-rounds = Runder
lead-control-arc = Forløpet
lead-control-ending = Slutten
lead-held-you = Du
lead-held-everyone = Alle
lead-held-for-now = { $who }, for noen takter
lead-holding-ask = Spør noen
lead-holding-ask-all = Spør noen om å lede med deg
lead-holding-whom = Hvem vil du spørre?
lead-holding-nobody = Ingen her kan spørres akkurat nå.
lead-holding-open = Åpne for alle
lead-holding-take = Ta tilbake
lead-holding-take-all = Ta alt tilbake
lead-holding-give = Gi tilbake
lead-holding-give-all = Gi alt tilbake

## Notater, stor visning, taster

lead-notes-title = Mine notater
lead-notes-value = Bare her, bare dine
lead-notes-hint = Bare du ser dem. De blir i denne fanen og sendes aldri.
lead-notes-text = De er borte når du lukker fanen. Kopier det du vil ta vare på.
lead-notes-not-kept = Denne nettleseren tar ikke vare på noe. Notatene er borte når du forlater siden.
lead-large-title = Stor visning
lead-large-value = For en felles skjerm
lead-large-back = Tilbake
lead-keys-title = Taster
lead-keys-on = Bruk disse tastene
lead-keys-on-hint = De hviler mens du skriver.
lead-key-hush = H
lead-key-does-hush = Hysj, og lyd igjen
lead-key-pulse = Mellomrom
lead-key-does-pulse = Start eller stopp pulsen
lead-key-faster = Pil opp
lead-key-does-faster = Litt raskere
lead-key-slower = Pil ned
lead-key-does-slower = Litt saktere
lead-key-signals = S
lead-key-does-signals = Stille beskjeder
lead-key-door = D
lead-key-does-door = Døren
lead-key-rounds = R
lead-key-does-rounds = Runder
lead-key-ending = E
lead-key-does-ending = Slutten. Den spør først.
lead-key-keys = ?
lead-key-does-keys = Denne siden
