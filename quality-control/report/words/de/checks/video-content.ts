import type { Translations } from '../../translations'

export const videoContent: Translations['checks'] = {
  'video/black-frames': {
    of: 'b15bf5',
    title: 'Kein Schwarz unterbricht das Video',
    failureTitle: 'Das Video hat schwarze Einzelbilder',
    why:
      'Schwarze Einzelbilder zwischen Einstellungen sind meist ein Schnittfehler. Langes Schwarz an ' +
      'den Enden verschwendet bezahlte Zeit.',
    remedy:
      'Schließen Sie die Lücke im Schnitt oder kürzen Sie das Schwarz an den Enden. Ist das Schwarz ' +
      'gewollt (eine Blende), ist keine Änderung nötig.',
    says: {
      'The whole video is black.': 'Das ganze Video ist schwarz.',
      'visible content': 'sichtbarer Inhalt',
      'Black under a logo at {0}.': 'Schwarz unter einem Logo bei {0}.',
      'Black between shots at {0}.': 'Schwarz zwischen Einstellungen bei {0}.',
      'no black': 'kein Schwarz',
      'Black for {0} at the {1}.': 'Schwarz von {0} ({1}).',
      'Black for {0} at the start.': 'Schwarz von {0} am Anfang.',
      'Black for {0} at the end.': 'Schwarz von {0} am Ende.',
    },
  },
  'video/blockiness': {
    of: '9f1422',
    title: 'Keine Kompressionsblöcke sind sichtbar',
    failureTitle: 'Kompressionsblöcke sind sichtbar',
    why: 'Sichtbare Blöcke wirken unprofessionell, und jede Plattform komprimiert das Video noch einmal.',
    remedy:
      'Exportieren Sie vom Master erneut mit höherer Bitrate. Komprimieren Sie keine schon ' +
      'komprimierte Datei.',
    says: {
      'Blocks are not measured in {0}: it is lossless, or it codes each frame by itself.':
        'In {0} werden Blöcke nicht gemessen: der Codec ist verlustfrei oder kodiert jedes Einzelbild ' +
        'für sich.',
      'No sampled frame could be measured.': 'In den Stichproben ließ sich kein Einzelbild messen.',
      'The edges of the black bars would be measured as blocks.':
        'Die Kanten der schwarzen Balken würden als Blöcke gemessen.',
      'The video shows square compression blocks.': 'Das Video zeigt quadratische Kompressionsblöcke.',
    },
  },
  'video/blur': {
    of: '03c383',
    title: 'Das Video ist scharf',
    failureTitle: 'Das Video wirkt unscharf',
    why:
      'Ein durchgehend weiches Video war nicht scharf gestellt oder wurde von einem kleinen Master ' +
      'vergrößert.',
    remedy:
      'Verwenden Sie einen größeren oder schärferen Master. Ist die Unschärfe gewollt, ist keine ' +
      'Änderung nötig.',
    says: {
      'No sampled frame has edges to measure.': 'In den Stichproben hat kein Einzelbild messbare Kanten.',
      'Edges are soft in the whole video.': 'Im ganzen Video sind die Kanten weich.',
      'edges {0} px wide': 'Kanten {0} px breit',
      'at most {0} px': 'höchstens {0} px',
    },
  },
  'video/flash-frames': {
    of: '0ddfe3',
    title: 'Keine verirrten Einzelbilder zwischen Einstellungen',
    failureTitle: 'Verirrte Einzelbilder zwischen Einstellungen',
    why:
      'Ein oder zwei Einzelbilder einer anderen Einstellung sind meist Schnittreste. Zuschauer sehen ' +
      'ein Flackern.',
    remedy:
      'Gehen Sie diese Stelle Einzelbild für Einzelbild durch und entfernen Sie die verirrten ' +
      'Einzelbilder.',
    says: {
      'A shot of 1 frame at {0}.': 'Eine Einstellung von 1 Einzelbild bei {0}.',
      'A shot of {0} frames at {1}.': 'Eine Einstellung von {0} Einzelbildern bei {1}.',
      'shots of at least 3 frames': 'Einstellungen von mindestens 3 Einzelbildern',
    },
  },
  'video/flashes': {
    of: '5615aa',
    title: 'Das Video blitzt nicht gefährlich',
    failureTitle: 'Das Video blitzt gefährlich',
    why:
      'Mehr als drei Blitze pro Sekunde können bei Menschen mit fotosensitiver Epilepsie Anfälle ' +
      'auslösen. Dies ist eine Vorprüfung, kein Zertifikat.',
    remedy:
      'Verlangsamen Sie die Blitze auf weniger als drei pro Sekunde, verringern Sie ihren Kontrast ' +
      'oder begrenzen Sie sie auf ein Viertel des Bildes.',
    says: {
      'The video flashes more than three times per second at {0}.':
        'Das Video blitzt bei {0} mehr als dreimal pro Sekunde.',
      'The video flashes just below the limit for several seconds at {0}.':
        'Das Video blitzt bei {0} mehrere Sekunden lang knapp unter dem Grenzwert.',
      'The video flashes close to the limit at {0}.': 'Das Video blitzt bei {0} nahe am Grenzwert.',
      'up to {0} red flashes per second': 'bis zu {0} rote Blitze pro Sekunde',
      'up to {0} flashes per second': 'bis zu {0} Blitze pro Sekunde',
    },
  },
  'video/frozen-frames': {
    of: 'fa140c',
    title: 'Das Video bleibt nicht stehen',
    failureTitle: 'Das Video bleibt stehen',
    why:
      'Ein Video, das stehen bleibt, wirkt wie ein Fehler des Abspielgeräts und ist oft ein ' +
      'Exportfehler.',
    remedy:
      'Sehen Sie sich diese Stelle an. Ist das Standbild gewollt (Titel, Packshot), ist keine Änderung ' +
      'nötig.',
    says: {
      'The video freezes for {0} at {1}.': 'Das Video bleibt bei {1} für {0} stehen.',
      'less than {0} s': 'weniger als {0} s',
    },
  },
  'video/letterbox': {
    of: 'ada597',
    title: 'Der Bildinhalt füllt das Format',
    failureTitle: 'Das Video hat schwarze Balken',
    why: 'Fest eingebaute Balken verkleinern den Bildinhalt überall und kommen zu denen des Players hinzu.',
    remedy: 'Exportieren Sie im Seitenverhältnis des Bildinhalts oder füllen Sie das Format.',
    says: {
      'on the left and right': 'links und rechts',
      'at the top and bottom': 'oben und unten',
      'Black bars of about {0} px {1} from {2} to {3}.':
        'Schwarze Balken von etwa {0} px {1} von {2} bis {3}.',
      'Black bars of about {0} px {1}.': 'Schwarze Balken von etwa {0} px {1}.',
      '{0} and {1}': '{0} und {1}',
    },
  },
  'video/missing-frames': {
    of: 'dcb1b6',
    title: 'Es fehlen keine Einzelbilder',
    failureTitle: 'Einzelbilder fehlen',
    why:
      'Wo Einzelbilder fehlen, springt die Bewegung. Übliche Ursachen sind ausgelassene Einzelbilder ' +
      'in der Aufnahme oder ein fehlerhafter Export.',
    remedy: 'Sehen Sie sich die längste Lücke an und exportieren Sie erneut vom Original.',
    says: {
      'No new frame for {0}.': 'Kein neues Einzelbild für {0}.',
      '{0} between two frames': '{0} zwischen zwei Einzelbildern',
      'about {0}': 'etwa {0}',
    },
  },
  'video/repeated-frames': {
    of: 'e858dd',
    title: 'In der Bewegung wiederholen sich keine Einzelbilder',
    failureTitle: 'In der Bewegung wiederholen sich Einzelbilder',
    why:
      'Ein wiederholtes Einzelbild lässt die Bewegung ruckeln. Übliche Ursachen sind ein ausgelassenes ' +
      'Einzelbild oder eine umgewandelte Bildrate.',
    remedy:
      'Gehen Sie diese Stelle Einzelbild für Einzelbild durch und exportieren Sie erneut vom Original ' +
      'in seiner eigenen Bildrate.',
    says: {
      'Every {0}th frame repeats the one before: the frame rate was converted.':
        'Jedes {0}. Einzelbild wiederholt das vorige: die Bildrate wurde umgewandelt.',
      '{0} repeated frames': '{0} wiederholte Einzelbilder',
      'a new image in each frame': 'ein neues Bild in jedem Einzelbild',
      'The video stands still for 1 frame at {0}.': 'Das Video steht bei {0} für 1 Einzelbild still.',
      'The video stands still for {0} frames at {1}.': 'Das Video steht bei {1} für {0} Einzelbilder still.',
      'no repeated frame': 'kein wiederholtes Einzelbild',
    },
  },
}
