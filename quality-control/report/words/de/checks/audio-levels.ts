import type { Translations } from '../../translations'

export const audioLevels: Translations['checks'] = {
  'audio/clipping': {
    of: '71cf06',
    title: 'Der Ton ist nicht übersteuert',
    failureTitle: 'Der Ton ist übersteuert',
    why: 'Übersteuerte Spitzen sind als Knistern zu hören und lassen sich nachträglich nicht beheben.',
    remedy: 'Senken Sie in der Mischung den Pegel vor dem Limiter und exportieren Sie erneut.',
    says: {
      'Peaks are clipped at {0}.': 'Spitzen sind bei {0} abgeschnitten.',
      'full scale for 3 samples or more': 'Vollaussteuerung über 3 oder mehr Abtastwerte',
      'no clipping': 'keine Übersteuerung',
    },
  },
  'audio/dropouts': {
    of: '84966b',
    title: 'Der Ton hat keine Aussetzer',
    failureTitle: 'Der Ton setzt aus',
    why:
      'Ton, der kurz aufhört und dann weitergeht, klingt wie ein Fehler des Abspielgeräts oder des ' +
      'Kabels.',
    remedy:
      'Hören Sie diese Stelle an. Ergänzen Sie den fehlenden Ton in der Mischung; eine gewollte Lücke ' +
      'kann bleiben.',
    says: {
      'The audio drops out at {0}.': 'Der Ton setzt bei {0} aus.',
      'no dropout': 'kein Aussetzer',
    },
  },
  'audio/loudness': {
    of: '2f758d',
    title: 'Die Lautheit entspricht dem Zielwert',
    failureTitle: 'Der Ton ist zu laut oder zu leise',
    why:
      'Sender lehnen Ton ab, der den Zielwert verfehlt, und Plattformen regeln ihn herunter. Neben anderen ' +
      'Spots klingt er falsch.',
    remedy: 'Ändern Sie den Pegel der ganzen Mischung um die Abweichung und messen Sie erneut.',
    says: {
      'The audio is {0} LU too loud.': 'Der Ton ist {0} LU zu laut.',
      'The audio is {0} LU too quiet.': 'Der Ton ist {0} LU zu leise.',
    },
  },
  'audio/loudness-range': {
    of: 'c58018',
    title: 'Der Lautheitsumfang ist klein genug',
    failureTitle: 'Der Lautheitsumfang ist sehr groß',
    why: 'Am Telefon und im Wohnzimmer gehen die leisen Stellen einer Mischung mit großem Umfang verloren.',
    remedy: 'Komprimieren Sie die Mischung leicht oder heben Sie die leisen Stellen an.',
    says: {
      'The audio is shorter than {0} s.': 'Der Ton ist kürzer als {0} s.',
      'The loudness varies by {0} LU.': 'Die Lautheit schwankt um {0} LU.',
      'at most {0} LU': 'höchstens {0} LU',
    },
  },
  'audio/must-be-silent': {
    of: '4d1d5a',
    title: 'Das Video ist stumm, wie erwartet',
    failureTitle: 'Das Video hat Ton, muss aber stumm sein',
    why:
      'Bildschirme im öffentlichen Raum und manche Werbeformate müssen stumm bleiben. Ein ' +
      'Abspielgerät kann eine Datei mit Ton ablehnen.',
    remedy: 'Exportieren Sie erneut ohne Ton.',
    says: {
      'The video has audible audio.': 'Das Video hat hörbaren Ton.',
      'The video has a silent audio track.': 'Das Video hat eine stille Tonspur.',
      'silent track': 'stille Spur',
      'no audio track': 'keine Tonspur',
    },
  },
  'audio/short-term-loudness': {
    of: '6661d8',
    title: 'Keine Stelle ist viel lauter als der Rest',
    failureTitle: 'Einige Stellen sind viel zu laut',
    why:
      'Ein kurzer Spot kann im Mittel richtig sein und trotzdem sehr laute Stellen haben. Deshalb ' +
      'sind auch sie begrenzt.',
    remedy: 'Senken Sie die lauteste Stelle in der Mischung.',
    says: {
      'The loudness cannot be measured: the audio is too quiet.':
        'Die Lautheit lässt sich nicht messen: der Ton ist zu leise.',
      'The short-term loudness reaches {0} LUFS.': 'Die Kurzzeit-Lautheit erreicht {0} LUFS.',
      'The momentary loudness reaches {0} LUFS.': 'Die Momentan-Lautheit erreicht {0} LUFS.',
      'The {0} loudness reaches {1} LUFS.': 'Die Lautheit ({0}) erreicht {1} LUFS.',
      'at most {0} LUFS': 'höchstens {0} LUFS',
      'short-term': 'Kurzzeit',
      momentary: 'Momentan',
    },
  },
  'audio/silence': {
    of: '3c0ec5',
    title: 'Der Ton hat keine Lücken',
    failureTitle: 'Der Ton hat stille Lücken',
    why:
      'Eine stille Lücke ist meist ein Clip, der im Schnitt verloren ging. Lange Stille an den Enden ' +
      'verschwendet bezahlte Zeit.',
    remedy: 'Gehen Sie zu dieser Stelle und ergänzen Sie den fehlenden Ton. Gewollte Stille kann bleiben.',
    says: {
      'Silence of {0} at {1}.': 'Stille von {0} bei {1}.',
      'Silence of {0} at the start.': 'Stille von {0} am Anfang.',
      'Silence of {0} at the end.': 'Stille von {0} am Ende.',
    },
  },
  'audio/silent-ends': {
    of: 'db15c5',
    title: 'Der Ton ist an beiden Enden still',
    failureTitle: 'Der Ton ist nicht an beiden Enden still',
    why:
      'Die Sendeabwicklung schneidet den Ton an beiden Enden hart. Ohne einige stille Einzelbilder ' +
      'knackt der Spot oder verliert ein Wort.',
    remedy: 'Lassen Sie am Anfang und am Ende die erwartete Zahl von Einzelbildern ohne Ton.',
    says: {
      'The profile wants no silence at the ends.': 'Das Profil verlangt keine Stille an den Enden.',
      'The start of the programme is not silent for {0} frames.':
        'Der Anfang des Programms ist nicht über {0} Einzelbilder still.',
      'The end of the programme is not silent for {0} frames.':
        'Das Ende des Programms ist nicht über {0} Einzelbilder still.',
      'The {0} of the programme is not silent for {1} frames.':
        'Das Programm ist nicht über {1} Einzelbilder still ({0}).',
      '{0} silent frames': '{0} stille Einzelbilder',
    },
  },
  'audio/true-peak': {
    of: '064e23',
    title: 'Der Spitzenpegel lässt genug Reserve',
    failureTitle: 'Der Spitzenpegel ist zu hoch',
    why:
      'Spitzen nahe der Vollaussteuerung verzerren, wenn der Ton für Sendung oder Web umgewandelt oder neu ' +
      'kodiert wird.',
    remedy: 'Setzen Sie einen True-Peak-Limiter ans Ende der Mischung, etwas unter dem Grenzwert.',
    says: {
      'The audio is digital silence.': 'Der Ton ist digitale Stille.',
      'The true peak reaches {0} dBTP.': 'Der Spitzenpegel (True Peak) erreicht {0} dBTP.',
      'The true peak reaches {0} dBTP in {1}.': 'Der Spitzenpegel (True Peak) erreicht {0} dBTP in {1}.',
      'at most {0} dBTP': 'höchstens {0} dBTP',
    },
  },
}
