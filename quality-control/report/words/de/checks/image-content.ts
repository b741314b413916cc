import type { Translations } from '../../translations'

export const imageContent: Translations['checks'] = {
  'image/animation': {
    of: '1a3f64',
    title: 'Die Animation endet rechtzeitig',
    failureTitle: 'Die Animation ist zu lang oder endet nicht',
    why: 'Publisher lehnen Banner ab, die nie anhalten, und ständige Bewegung lenkt vom Lesen ab.',
    remedy:
      'Kürzen Sie die Animation oder begrenzen Sie die Zahl der Wiederholungen in den ' +
      'Exporteinstellungen.',
    says: {
      'The image is not animated.': 'Das Bild ist nicht animiert.',
      'The animation runs for {0} s.': 'Die Animation dauert {0} s.',
      'The animation plays forever.': 'Die Animation läuft endlos.',
      'The animation plays {0} times.': 'Die Animation läuft {0}-mal.',
      forever: 'endlos',
      '{0} times': '{0}-mal',
      'at most {0} times': 'höchstens {0}-mal',
    },
  },
  'image/blank': {
    of: 'a05bc9',
    title: 'Das Bild ist nicht leer',
    failureTitle: 'Das Bild ist leer',
    why: 'Ein Bild aus einer einzigen Farbfläche ist fast immer ein Export mit ausgeblendeten Ebenen.',
    remedy: 'Öffnen Sie das Original, blenden Sie die Ebenen ein und exportieren Sie erneut.',
    says: {
      'The image is fully transparent, or white on transparent.':
        'Das Bild ist vollständig transparent oder weiß auf transparentem Grund.',
      'The image is a single flat colour.': 'Das Bild ist eine einzige Farbfläche.',
      'deviation {0}': 'Abweichung {0}',
    },
  },
  'image/blur': {
    of: '438a4d',
    title: 'Das Bild ist scharf',
    failureTitle: 'Das Bild wirkt unscharf',
    why: 'Ein weiches Bild wirkt unprofessionell, und ein hochskaliertes fällt sofort auf.',
    remedy:
      'Verwenden Sie ein schärferes Original. Ist die Unschärfe gewollt (Hintergrund, Effekt), ist ' +
      'keine Änderung nötig.',
    says: {
      'The image has too little contrast to measure edges.':
        'Das Bild hat zu wenig Kontrast, um Kanten zu messen.',
      'Even the sharpest parts of the image are soft.':
        'Selbst die schärfsten Stellen des Bildes sind weich.',
      'no sharp edge': 'keine scharfe Kante',
      'sharpness {0}': 'Schärfe {0}',
    },
  },
  'image/contrast': {
    of: '1f6be6',
    title: 'Das Bild hat genug Kontrast',
    failureTitle: 'Das Bild hat sehr wenig Kontrast',
    why: 'Ein flaues Bild fällt nicht auf, und Text darauf ist schlecht lesbar.',
    remedy:
      'Passen Sie in der Bildbearbeitung die Tonwerte an (Tonwertkorrektur oder Gradationskurven) oder ' +
      'prüfen Sie, ob eine Ebene versehentlich halb transparent ist.',
    says: {
      'The darkest and the brightest parts of the image hardly differ.':
        'Die dunkelsten und die hellsten Stellen des Bildes unterscheiden sich kaum.',
      '{0} of 255': '{0} von 255',
    },
  },
  'image/exposure': {
    of: 'a84341',
    title: 'Das Bild ist richtig belichtet',
    failureTitle: 'Das Bild ist zu dunkel oder zu hell',
    why:
      'Ist das ganze Bild dunkel oder ausgewaschen, erkennt man das Produkt schlecht, im Druck noch ' +
      'schlechter als am Bildschirm.',
    remedy: 'Korrigieren Sie die Belichtung in der Bildbearbeitung oder verwenden Sie ein anderes Bild.',
    says: {
      'The whole image is dark.': 'Das ganze Bild ist dunkel.',
      'mean brightness {0} of 255': 'mittlere Helligkeit {0} von 255',
      'some bright parts': 'einige helle Stellen',
      'The whole image is bright, nearly white.': 'Das ganze Bild ist hell, fast weiß.',
      'some dark parts': 'einige dunkle Stellen',
    },
  },
  'image/flashes': {
    of: 'a9f19f',
    title: 'Die Animation blitzt nicht',
    failureTitle: 'Die Animation blitzt',
    why:
      'Mehr als drei Blitze pro Sekunde können bei Menschen mit fotosensitiver Epilepsie Anfälle ' +
      'auslösen. Dies ist eine Vorprüfung, kein Zertifikat.',
    remedy:
      'Verlangsamen Sie den Wechsel auf weniger als drei Blitze pro Sekunde, verkleinern Sie ihn auf ' +
      'weniger als ein Viertel des Bildes oder machen Sie ihn weicher.',
    says: {
      'The image is not animated, or its frames could not be decoded.':
        'Das Bild ist nicht animiert, oder seine Einzelbilder ließen sich nicht dekodieren.',
      'The image flashes more than three times per second.': 'Das Bild blitzt mehr als dreimal pro Sekunde.',
      '{0} flashes per second': '{0} Blitze pro Sekunde',
      'The image flashes just below the limit for several seconds.':
        'Das Bild blitzt mehrere Sekunden lang knapp unter dem Grenzwert.',
      'The image flashes close to the limit.': 'Das Bild blitzt nahe am Grenzwert.',
    },
  },
  'image/jpeg-quality': {
    of: '949a2f',
    title: 'Die JPEG-Qualität ist hoch genug',
    failureTitle: 'Das JPEG ist zu stark komprimiert',
    why:
      'Starke Kompression hinterlässt Blöcke und Säume an Kanten und Text. Verlorene Details lassen ' +
      'sich nicht wiederherstellen.',
    remedy: 'Exportieren Sie vom Original erneut mit höherer Qualität.',
    says: {
      'The image is not a JPEG.': 'Das Bild ist kein JPEG.',
      'The JPEG was saved with a quality of about {0} of 100; expected at least {1}.':
        'Das JPEG wurde mit einer Qualität von etwa {0} von 100 gespeichert; erwartet sind mindestens ' +
        '{1}.',
      'The colour of the JPEG was saved with a quality of about {0} of 100; expected at least {1}.':
        'Die Farben des JPEG wurden mit einer Qualität von etwa {0} von 100 gespeichert; erwartet sind ' +
        'mindestens {1}.',
      'about {0} of 100': 'etwa {0} von 100',
    },
  },
  'image/transparency': {
    of: '44296b',
    title: 'Die Transparenz ist wie erwartet',
    failureTitle: 'Die Transparenz ist nicht wie erwartet',
    why:
      'Ein transparentes Bild ändert sich mit seinem Hintergrund. Ein Logo ohne Transparenz steht in ' +
      'einem Kasten.',
    remedy:
      'Reduzieren Sie das Bild auf seinen Hintergrund oder exportieren Sie es mit transparentem ' +
      'Hintergrund.',
    says: {
      'The profile accepts opaque and transparent images.':
        'Das Profil akzeptiert deckende und transparente Bilder.',
      'Parts of the image are transparent.': 'Teile des Bildes sind transparent.',
      opaque: 'deckend',
      '{0} % transparent': '{0} % transparent',
      'No part of the image is transparent.': 'Kein Teil des Bildes ist transparent.',
      'a transparent background': 'ein transparenter Hintergrund',
    },
  },
}
