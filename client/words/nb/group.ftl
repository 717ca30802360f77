# Det som går mellom folk i et rom. På bokmål.

## Ved døren

door-title = Du står ved døren
door-text = Noen åpner den snart.
door-listen-text = Gruppen får vite at du gjerne vil lytte. Hvis ingen har noe imot det, åpner døren seg om et øyeblikk.
door-said = Innenfra rommet:
door-said-seenYou = Vi har sett deg. Fint at du kom.
door-said-almostReady = Vi er nesten klare for deg.
door-said-inTheMiddle = Vi er midt i noe. Vi åpner når det er over.
door-said-pleaseWait = Vent litt til. Vi har ikke glemt deg.
door-try = Prøv et instrument
door-trying = Du står fortsatt ved døren
door-leave = Gå fra døren
door-open-title = Døren er åpen
door-open-text = Du kan gå inn nå. Ta den tiden du trenger.
door-open-short = Døren er åpen. Gå inn når du vil.
door-unreachable = Vi når ikke rommet akkurat nå. Vi spør videre av oss selv.
door-notNow-title = Ikke akkurat nå
door-notNow-text = Gruppen er midt i noe. Du kan banke på igjen om en liten stund.
door-knock = Bank på igjen
door-turnedAway-title = Døren blir stående lukket denne gangen
door-turnedAway-text = Den som holder rommet, har sagt nei for i dag. Du kan spørre dem, eller den som inviterte deg.
door-groupSaidNo-title = Gruppen vil helst være for seg selv i dag
door-groupSaidNo-text = Det kan enhver gruppe si om den som vil lytte. Det handler ikke om deg. Du kan spørre igjen en annen gang.
door-doorLocked-title = Døren er låst for nå
door-doorLocked-text = Ingen nye kommer inn akkurat nå. Vent litt, eller spør den som inviterte deg.
door-doorFull-title = Det står mange ved døren
door-doorFull-text = Det er ikke plass til flere som venter akkurat nå. Prøv igjen om en liten stund.
door-noListeners-title = Denne gruppen spiller uten lyttere
door-noListeners-text = Du kan komme inn og spille med. Én stille tone er nok, og det er ingen tone også.
door-other-title = Døren åpnet seg ikke
door-unknown-title = Vi mistet deg av syne ved døren
door-unknown-text = Det kan skje når en enhet har sovet. Du kan komme til døren en gang til.
door-come-again = Kom til døren en gang til
door-sent = { $name } har bedt deg vente ved døren et øyeblikk
door-sent-text = Stolen din er ledig så lenge. Ingen hører deg her, og du hører ingen. Døren åpnes innenfra.
someone = Lederen

## Sendt ut

removed-title = Du er ikke i dette rommet lenger
removed-text = { $name } har avsluttet tiden din i rommet for nå. Du kan snakke om det med dem, eller med noen du stoler på. Det du har sagt ja eller nei til, gjelder fortsatt.

## Si det stille

say = Si det stille
say-title = Si noe stille
say-text = Ett trykk. Ingen lyd, og de andre ser ikke noe av det.
say-to = Det går til { $names }.
say-unnamed = Uten navnet mitt
say-unnamed-hint = Ordene med en prikk går da uten det. Ingen kan finne ut hvem det var.
signal-tooLoud = For sterkt
signal-tooMuch = For mye for meg
signal-needBreak = Jeg trenger en pause
signal-oneMore = En til
signal-likeThis = Jeg liker dette
signal-askMe = Spør meg, er du snill
signal-may-be-unnamed = kan gå uten navnet ditt
thanks-signal = Takk. Det er sagt videre, helt stille.
thanks-unnamed = Takk. Det er sagt videre, uten navnet ditt.
thanks-proposal = Takk. De andre kan se hva du foreslår.

## Hvile

rest = Hvil
rest-hint = En stille side uten lyd. Plassen din er fortsatt din.
rest-now = Hvil nå
rest-title = Du hviler
rest-text = Ingenting lyder her. De andre kan se at du hviler. Plassen din er fortsatt din.
rest-breathe = Sakte inn. Sakte ut.
rest-back = Kom tilbake
resting = Hviler

## Foreslå noe

propose-title = Foreslå noe
propose-text = Alle ser det. Den som leder, kan ta det opp.
propose-tempo = Et annet tempo
propose-mood = En annen stemning
propose-ending = Å komme til en slutt
propose-go = Foreslå dette
propose-mood-same = Det er stemningen vi spiller i nå.
proposed-slower = { $name } vil gjerne ha det saktere: { NUMBER($bpm, maximumFractionDigits: 0) } slag i minuttet.
proposed-faster = { $name } vil gjerne ha det raskere: { NUMBER($bpm, maximumFractionDigits: 0) } slag i minuttet.
proposed-mood = { $name } vil gjerne ha en annen stemning: { $mood }.
proposed-ending = { $name } vil gjerne komme til en slutt.
proposed-you-tempo = Du foreslår { NUMBER($bpm, maximumFractionDigits: 0) } slag i minuttet.
proposed-you-mood = Du foreslår en annen stemning: { $mood }.
proposed-you-ending = Du foreslår å komme til en slutt.
proposed-seconds = { $count ->
    [0] {""}
    [one] Én til vil gjerne det.
   *[other] { $count } til vil gjerne det.
  }
second = Jeg også
second-not = La det være
proposal-take = Ta det opp
proposal-aside = Legg det til side
proposal-take-back = Ta det tilbake
fine = Det er greit

## Invitasjoner

invited-hold = { $name } spør om du har lyst til å lede { $what }.
invited-hold-bars = { $name } spør om du har lyst til å lede { $what }, i { $bars ->
    [one] én takt
   *[other] { $bars } takter
  }.
invited-hold-more = Du kan gi det tilbake når du vil.
invited-instrument = { $name } spør om du har lyst til å spille { $instrument }.
invited-turn = Har du lyst på { $bars ->
    [one] én takt
   *[other] { $bars } takter
  } for deg selv? De andre spiller svakt da.
invited-call = { $name } spør om du har lyst til å rope: { $bars ->
    [one] én takt
   *[other] { $bars } takter
  }, og så kommer et svar.
invited-answer = { $name } spør om du har lyst til å svare: { $bars ->
    [one] én takt
   *[other] { $bars } takter
  }, etter ropet.
invited-no-matter = Et nei er helt greit, og ingen får vite det.
yes-please = Ja
no-thanks = Nei takk
just-listen = Bare lytte
led-door = døren
led-people = lyden i gruppen
led-tempo = tempoet
led-frame = stemningen
led-dynamics = sterkt og svakt
led-rounds = rundene
led-arc = gangen i økten
led-ending = avslutningen
led-all = alt

## En lytter

announced = { $name } vil gjerne lytte.
announced-text = De kommer inn om litt, hvis ingen har noe imot det. Ingen får vite hvem som sier nei.
announced-no = Ikke i dag, takk

## Hva som skjer, og hvem som bestemte det

softened-you-softer = { $name } har gjort lyden din svak for nå. Den kommer tilbake av seg selv om { $minutes ->
    [one] ett minutt
   *[other] { $minutes } minutter
  }. Du kan spørre.
softened-you-silent = { $name } har gjort lyden din stille for de andre for nå. Den kommer tilbake av seg selv om { $minutes ->
    [one] ett minutt
   *[other] { $minutes } minutter
  }. Du kan spørre.
softened-ask = Spør om det
softened-other = Svak for nå, av { $name }
hushed = { $name } har bedt om stillhet. Ingen lyder akkurat nå. Det handler ikke om noe du gjorde.
paused = En pause. Alt kommer tilbake med pulsen.
swell-softer = Alle blir svakere.
swell-fuller = Alle blir sterkere igjen.
thinned-you = Noen av tonene dine blir utelatt for nå, så det blir mer plass. Du trenger ikke gjøre noe.
away = Lederen er borte. Dere kan spille videre. Døren er lukket så lenge.
away-offered = Lederen har vært borte en stund. Dere kan spille videre, eller finne en rolig slutt sammen.
away-end = En rolig slutt
end-announced = { $name } leder musikken mot slutten. { $bars ->
    [one] Én takt til.
   *[other] { $bars } takter til.
  }
end-closing = På vei hjem. { $bars ->
    [one] Én takt til den siste akkorden.
   *[other] { $bars } takter til den siste akkorden.
  }
end-one-more = En runde til?
end-play-on = Spill videre likevel
end-lastChord = Den siste akkorden
end-lastChord-text = La den klinge.
end-silence = Stillhet
end-silence-text = Lytt til den et øyeblikk.
end-stopped = Musikken har stoppet
end-stopped-text = Det er avsluttet for alle nå. Rommet lukkes om et øyeblikk.

## Runder

round-title = Runde
round-callAndAnswer = Rop og svar
round-everyone = Alle
round-now = { $name } spiller, { $bars ->
    [one] én takt til
   *[other] { $bars } takter til
  }.
round-now-everyone = Alle spiller, { $bars ->
    [one] én takt til
   *[other] { $bars } takter til
  }.
round-yours = Disse taktene er dine: { $bars ->
    [one] én til
   *[other] { $bars } til
  }. De andre er svakere.
round-yours-in = Dine om { $bars ->
    [one] én takt
   *[other] { $bars } takter
  }.
round-asked-in = Du blir spurt om rundt { $bars ->
    [one] én takt
   *[other] { $bars } takter
  }.
round-place-now = { $name }, nå
round-place-asked = { $name }, blir spurt

## Gangen og målene

course-now = Nå
course-arrive = Komme til ro
course-play = Spille
course-rounds = Runder
course-freePlay = Fri lek
course-comeDown = Lande
course-close = Avslutte
course-title = Hva vi gjør i dag
group-goals = Hva denne gruppen er her for
door-is = Døren
door-is-open = De som har koden, kommer inn.
door-is-held = De som kommer, venter til noen åpner.
door-is-locked = Døren er låst. Ingen nye kommer inn.

## Hvem som leder hva

leads = Leder { $what }
leads-short = Leder noe
leads-you = Du leder { $what }
everyone-leads = Alle kan endre { $what }.
give-back = Gi det tilbake

## Sagt én gang, om andre

said-rests = { $name } hviler litt.
said-returned = { $name } er tilbake etter hvilen.
said-softened = { $by } har gjort lyden til { $name } svak for nå.
said-unsoftened = Lyden til { $name } er tilbake som den var.
said-unsoftened-you = Lyden din er tilbake som den var.
said-given = { $name } leder { $what } nå.
said-given-you = Du leder { $what } nå. Du finner det under Led, og kan gi det tilbake der.
said-given-everyone = Alle kan endre { $what } nå.
said-returned-controls = Lederen leder { $what } igjen.
said-listens = { $name } kom inn for å lytte.
said-calledOff = Musikken går videre likevel.
said-unhushed = Stillheten er over. Dere kan spille.
said-doorLocked = Døren er låst nå. Ingen nye kommer inn.
said-doorHeld = De som kommer nå, venter først ved døren.
said-doorOpen = Døren er åpen nå for dem som har koden.
said-roundOver = Runden er over. Alle spiller.
