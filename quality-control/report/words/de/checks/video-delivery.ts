import type { Translations } from '../../translations'

export const videoDelivery: Translations['checks'] = {
  'video/bit-rate': {
    of: 'd519eb',
    title: 'Die Bitrate liegt innerhalb der Grenzen',
    failureTitle: 'Die Bitrate liegt außerhalb der Grenzen',
    why:
      'Bei niedriger Bitrate sieht man die Kompression. Bei hoher stockt das Video auf langsamen ' +
      'Verbindungen oder wird abgelehnt.',
    remedy: 'Exportieren Sie erneut mit einer akzeptierten Bitrate.',
    says: {
      'The profile sets no bit rate.': 'Das Profil legt keine Bitrate fest.',
      'The bit rate of the video is unknown.': 'Die Bitrate des Videos ist unbekannt.',
      'The video has only {0} Mbit/s.': 'Das Video hat nur {0} Mbit/s.',
      'at least {0} Mbit/s': 'mindestens {0} Mbit/s',
      'The video has {0} Mbit/s.': 'Das Video hat {0} Mbit/s.',
      'at most {0} Mbit/s': 'höchstens {0} Mbit/s',
    },
  },
  'video/captions': {
    of: '8a2e3f',
    title: 'Die Untertitel sind wie erwartet',
    failureTitle: 'Die Untertitel sind nicht wie erwartet',
    why:
      'Untertitel helfen Zuschauern, die nicht hören können, und den vielen, die ohne Ton schauen. ' +
      'Anderswo kann eine Untertitelspur Player stören.',
    remedy:
      'Ergänzen Sie eine Untertitelspur (Closed Captions) in den erwarteten Sprachen oder exportieren ' +
      'Sie ohne Untertitelspur.',
    says: {
      'The file has captions: {0}.': 'Die Datei hat Untertitel: {0}.',
      'The file has no captions.': 'Die Datei hat keine Untertitel.',
      captions: 'Untertitel',
      'There is no caption track in {0}.': 'Es fehlt eine Untertitelspur: {0}.',
    },
  },
  'video/container': {
    of: '762e75',
    title: 'Das Dateiformat des Videos wird akzeptiert',
    failureTitle: 'Das Dateiformat des Videos wird nicht akzeptiert',
    why:
      'Player und Adserver akzeptieren nur manche Formate. Andere lehnen sie ab oder wandeln sie ohne ' +
      'Prüfung um.',
    remedy: 'Exportieren Sie erneut in einem akzeptierten Format. Umbenennen ändert das Format nicht.',
    says: {
      'The file format is {0}; accepted: {1}.': 'Das Dateiformat ist {0}; akzeptiert: {1}.',
    },
  },
  'video/declared-values': {
    of: '3a99ea',
    title: 'Der Header der Datei ist richtig',
    failureTitle: 'Der Header der Datei ist falsch',
    why:
      'Player und Adserver verlassen sich auf den Header. Bei einer falschen Dauer brechen sie zu früh ' +
      'ab oder warten auf Einzelbilder, die nie kommen.',
    remedy: 'Exportieren Sie erneut oder schreiben Sie den Container mit einem Werkzeug neu.',
    says: {
      'The header states {0}, but the content ends after {1}.':
        'Der Header gibt {0} an, der Inhalt endet aber nach {1}.',
    },
  },
  'video/duration': {
    of: 'ebbd48',
    title: 'Das Video hat die erwartete Dauer',
    failureTitle: 'Das Video ist zu lang oder zu kurz',
    why:
      'Ein gebuchter Platz hat eine feste Länge. Ein längeres Video wird abgeschnitten, ein kürzeres ' +
      'lässt eine Lücke.',
    remedy:
      'Schneiden Sie das Video auf das Einzelbild genau auf die erwartete Dauer und exportieren Sie ' +
      'erneut.',
    says: {
      'The profile sets no duration.': 'Das Profil legt keine Dauer fest.',
      'The video lasts {0} ({1} frames).': 'Das Video dauert {0} ({1} Einzelbilder).',
      '{0} s ± {1} frame': '{0} s ± {1} Einzelbild',
      '{0} s ± {1} frames': '{0} s ± {1} Einzelbilder',
      'The video lasts only {0}.': 'Das Video dauert nur {0}.',
      'at least {0} s': 'mindestens {0} s',
      'The video lasts {0}.': 'Das Video dauert {0}.',
    },
  },
  'video/programme': {
    of: '6b1783',
    title: 'Startkarte, Schwarz und Programm sind an ihrem Platz',
    failureTitle: 'Das Programm ist nicht an seinem Platz',
    why:
      'Die Sendeabwicklung startet und beendet den Spot nach der Uhr. Was nicht an seinem Platz ist, ' +
      'wird abgeschnitten, oder eine Startkarte geht auf Sendung.',
    remedy:
      'Schieben Sie das Programm in der Timeline auf das Einzelbild genau an seinen Platz und ' +
      'exportieren Sie erneut.',
    says: {
      none: 'nicht vorhanden',
      'There is no slate with black after it before the programme. The whole file was checked.':
        'Vor dem Programm gibt es keine Startkarte mit Schwarz danach. Die ganze Datei wurde geprüft.',
      '{0} s slate, then {1} s black': '{0} s Startkarte, dann {1} s Schwarz',
      'The programme starts 1 frame late.': 'Das Programm beginnt 1 Einzelbild zu spät.',
      'The programme starts 1 frame early.': 'Das Programm beginnt 1 Einzelbild zu früh.',
      'The programme starts {0} frames late.': 'Das Programm beginnt {0} Einzelbilder zu spät.',
      'The programme starts {0} frames early.': 'Das Programm beginnt {0} Einzelbilder zu früh.',
      '1 frame late': '1 Einzelbild zu spät',
      '1 frame early': '1 Einzelbild zu früh',
      '{0} frames late': '{0} Einzelbilder zu spät',
      '{0} frames early': '{0} Einzelbilder zu früh',
      'The slate before the programme lasts only {0}.': 'Die Startkarte vor dem Programm dauert nur {0}.',
      'The black before the programme lasts only {0}.': 'Das Schwarz vor dem Programm dauert nur {0}.',
      'The still after the programme is missing or too short.':
        'Das Standbild nach dem Programm fehlt oder ist zu kurz.',
      'The timecode of the file does not fit: the programme was found by its slate and black.':
        'Der Timecode der Datei passt nicht: das Programm wurde an Startkarte und Schwarz erkannt.',
      'programme at {0}': 'Programm bei {0}',
      'programme at its start': 'Programm an seinem Anfang',
      'There is audio before the programme, for {0}.': 'Vor dem Programm ist {0} lang Ton zu hören.',
    },
  },
  'video/slate': {
    of: '45dd9a',
    title: 'Die Startkarte ist wie erwartet',
    failureTitle: 'Die Startkarte ist unerwartet oder fehlt',
    why:
      'Manche Sender verlangen eine Startkarte vor dem Spot. Überall sonst würde das Publikum sie ' +
      'sehen.',
    remedy: 'Exportieren Sie mit oder ohne Startkarte, wie es die Liefervorgabe verlangt.',
    says: {
      'The video starts without a slate.': 'Das Video beginnt ohne Startkarte.',
      'a slate, then black': 'eine Startkarte, dann Schwarz',
      'The video seems to start with a slate: {0} still at {1}, then black.':
        'Das Video beginnt wohl mit einer Startkarte: {0} Standbild bei {1}, dann Schwarz.',
    },
  },
  'video/slate-text': {
    of: '6a5f5c',
    title: 'Die Startkarte passt zur Datei',
    failureTitle: 'Die Startkarte passt nicht zur Datei',
    why:
      'Die Sendeabwicklung bucht einen Spot nach seiner Kennnummer. Mit der Startkarte einer anderen ' +
      'Version geht der falsche Spot auf Sendung.',
    remedy:
      'Korrigieren Sie die Startkarte oder den Dateinamen, damit beide dieselbe Nummer und Dauer ' +
      'nennen.',
    says: {
      'The title on the slate is "{0}", but the file is named {1}.':
        'Der Titel auf der Startkarte ist „{0}“, die Datei heißt aber {1}.',
      none: 'kein Text',
      'The file has no slate.': 'Die Datei hat keine Startkarte.',
      'No text could be read on the slate. Compare its number with the file name yourself.':
        'Auf der Startkarte ließ sich kein Text lesen. Vergleichen Sie ihre Nummer selbst mit dem ' +
        'Dateinamen.',
      'The file name {0} is not on the slate.': 'Der Dateiname {0} steht nicht auf der Startkarte.',
      'The slate says "{0}", but the file is named {1}.':
        'Auf der Startkarte steht „{0}“, die Datei heißt aber {1}.',
      'The slate says {0} s, but the programme lasts {1}.':
        'Die Startkarte nennt {0} s, das Programm dauert aber {1}.',
    },
  },
  'video/timecode': {
    of: '7658f7',
    title: 'Der Timecode ist wie erwartet',
    failureTitle: 'Der Timecode fehlt oder ist falsch',
    why:
      'Schnitt und Sendeabwicklung finden ein Einzelbild über seinen Timecode. Ein falscher verschiebt ' +
      'Untertitel, Schnitte und den Anfang.',
    remedy: 'Exportieren Sie erneut mit einem durchgehenden Timecode, der beim erwarteten Wert beginnt.',
    says: {
      none: 'kein Timecode',
      'The file states no timecode.': 'Die Datei gibt keinen Timecode an.',
      'The file has no timecode.': 'Die Datei hat keinen Timecode.',
      'a timecode': 'ein Timecode',
      'The timecode starts at {0}.': 'Der Timecode beginnt bei {0}.',
      'The timecode drops frame numbers, but the video has {0} fps.':
        'Der Timecode lässt Bildnummern aus (Drop-Frame), das Video hat aber {0} fps.',
      'drop-frame only at 29.97 and 59.94 fps': 'Drop-Frame nur bei 29,97 und 59,94 fps',
      'The file states two timecodes for its first frame: {0} and {1}.':
        'Die Datei gibt für ihr erstes Einzelbild zwei Timecodes an: {0} und {1}.',
      'The timecode has jumps.': 'Der Timecode hat Sprünge.',
      jumps: 'Sprünge',
      'a continuous timecode': 'ein durchgehender Timecode',
    },
  },
}
