import type { Translations } from '../../translations'

export const videoSignal: Translations['checks'] = {
  'video/codec': {
    of: '8e2c17',
    title: 'Der Videocodec wird akzeptiert',
    failureTitle: 'Der Videocodec wird nicht akzeptiert',
    why:
      'Ein Player, der den Codec nicht kennt, zeigt nichts, oder das Video wird noch einmal ' +
      'umgewandelt und verliert Qualität.',
    remedy: 'Exportieren Sie erneut mit einem der akzeptierten Codecs.',
    says: {
      'The video is encoded as {0}; accepted: {1}.': 'Das Video ist als {0} kodiert; akzeptiert: {1}.',
    },
  },
  'video/colour-tags': {
    of: '2335d5',
    title: 'Die Farbangaben (Tags) sind wie erwartet',
    failureTitle: 'Die Farbangaben (Tags) fehlen oder sind falsch',
    why:
      'Player lesen diese Angaben, um Farben zu zeigen. Sind sie falsch oder fehlen sie, ändert sich ' +
      'eine Markenfarbe von Player zu Player, und HDR wirkt blass.',
    remedy: 'Exportieren Sie erneut im erwarteten Farbraum, meist Rec. 709, mit den zugehörigen Farbangaben.',
    says: {
      'The video has high dynamic range ({0}).': 'Das Video hat hohen Dynamikumfang ({0}).',
      'The colours are tagged as {0}.': 'Die Farben sind als {0} angegeben.',
      'The file does not state these colour tags: {0}.': 'Diese Farbangaben fehlen in der Datei: {0}.',
      'not tagged': 'nicht angegeben',
      primaries: 'Primärfarben',
      transfer: 'Übertragungsfunktion',
      matrix: 'Matrix',
    },
  },
  'video/display-size': {
    of: 'a7fe75',
    title: 'Die Maße des Videos werden akzeptiert',
    failureTitle: 'Die Maße des Videos sind falsch',
    why: 'Ein Video mit anderen Maßen wird skaliert, beschnitten oder mit Balken gezeigt.',
    remedy: 'Exportieren Sie erneut in der erwarteten Größe, von einem Master, der mindestens so groß ist.',
    says: {
      'The video is {0} × {1} px, which is not an accepted size.':
        'Das Video hat {0} × {1} px; diese Größe wird nicht akzeptiert.',
      'The video is {0} × {1} px, which is not an accepted aspect ratio.':
        'Das Video hat {0} × {1} px; dieses Seitenverhältnis wird nicht akzeptiert.',
      'The video is only {0} × {1} px.': 'Das Video hat nur {0} × {1} px.',
      'at least {0} px on the shorter side': 'mindestens {0} px an der kürzeren Seite',
    },
  },
  'video/frame-rate': {
    of: '380cd0',
    title: 'Die Bildrate ist konstant und wird akzeptiert',
    failureTitle: 'Die Bildrate schwankt oder wird nicht akzeptiert',
    why:
      'Eine variable oder umgewandelte Bildrate lässt Bewegungen ruckeln, und Bild und Ton laufen ' +
      'auseinander.',
    remedy:
      'Exportieren Sie erneut mit einer konstanten, akzeptierten Bildrate, am besten der der Aufnahme. ' +
      'Aufnahmen von Telefon und Bildschirm schwanken meist.',
    says: {
      'The video has a single frame.': 'Das Video hat ein einziges Einzelbild.',
      'The frame rate varies.': 'Die Bildrate schwankt.',
      'a frame every {0} ms to {1} ms, {2} fps on average':
        'ein Einzelbild alle {0} ms bis {1} ms, im Mittel {2} fps',
      'a constant rate': 'eine konstante Bildrate',
      'The video has {0} fps.': 'Das Video hat {0} fps.',
    },
  },
  'video/interlacing': {
    of: '1afb8e',
    title: 'Das Abtastverfahren ist wie erwartet',
    failureTitle: 'Das Abtastverfahren ist nicht wie erwartet',
    why:
      'Halbbilder zeigen auf Computern und Telefonen Kammeffekte, und mit einer falschen Angabe ' +
      'behandeln Player das Video falsch.',
    remedy:
      'Exportieren Sie erneut mit dem erwarteten Abtastverfahren. Wandeln Sie Halbbilder in Vollbilder ' +
      'um (Deinterlacing) und achten Sie darauf, dass die Angabe zum Inhalt passt.',
    says: {
      'The video is {0}; expected {1}.': 'Das Video hat {0}; erwartet: {1}.',
      'The video is {0}, {1} field first; expected {2}.':
        'Das Video hat {0}, Halbbild {1} zuerst; erwartet: {2}.',
      'The file is flagged as {0}, but its content is {1}.':
        'Die Datei gibt {0} an, der Inhalt hat aber {1}.',
      progressive: 'Vollbilder (progressiv)',
      interlaced: 'Halbbilder (interlaced)',
      'The video is {0}, top field first; expected {1}.':
        'Das Video hat {0}, oberes Halbbild zuerst; erwartet: {1}.',
      'The video is {0}, bottom field first; expected {1}.':
        'Das Video hat {0}, unteres Halbbild zuerst; erwartet: {1}.',
    },
  },
  'video/levels': {
    of: 'd727a7',
    title: 'Die Videopegel liegen im Sendebereich',
    failureTitle: 'Die Videopegel überschreiten den Sendebereich',
    why:
      'Werte außerhalb des Bereichs werden auf dem Weg zum Bildschirm abgeschnitten. Lichter und ' +
      'Tiefen verlieren Zeichnung, und Sender lehnen die Datei ab.',
    remedy:
      'Setzen Sie einen Videolimiter ein (broadcast safe) oder prüfen Sie, ob Material mit vollem ' +
      'Bereich als begrenzter Bereich angegeben wurde.',
    says: {
      'Full-range and RGB video has no broadcast range.':
        'Video mit vollem Bereich oder in RGB hat keinen Sendebereich.',
      'More than 1 % of the pixels are out of range for {0} from {1}.':
        'Ab {1} liegen für {0} mehr als 1 % der Pixel außerhalb des Bereichs.',
      'up to {0} % of the pixels': 'bis zu {0} % der Pixel',
      'at most 1 % outside 5-246': 'höchstens 1 % außerhalb von 5-246',
      'at most 1 % outside 16-235': 'höchstens 1 % außerhalb von 16-235',
    },
  },
  'video/pixel-aspect-ratio': {
    of: 'c06a3f',
    title: 'Die Pixel sind quadratisch',
    failureTitle: 'Die Pixel sind nicht quadratisch',
    why:
      'Player, die das Pixelseitenverhältnis nicht beachten, zeigen Gesichter und Logos zu breit oder ' +
      'zu schmal.',
    remedy: 'Exportieren Sie erneut mit quadratischen Pixeln, in der Größe, in der das Video gezeigt wird.',
    says: {
      'Stored as {0} × {1} px, shown as {2} × {3} px.':
        'Gespeichert mit {0} × {1} px, gezeigt mit {2} × {3} px.',
      'pixel aspect ratio {0}': 'Pixelseitenverhältnis {0}',
      'square pixels': 'quadratische Pixel',
    },
  },
  'video/pixel-format': {
    of: '318d58',
    title: 'Farbunterabtastung und Bittiefe werden akzeptiert',
    failureTitle: 'Farbunterabtastung oder Bittiefe wird nicht akzeptiert',
    why:
      'Viele Player können nur 8 Bit 4:2:0. Sender verlangen 10 Bit 4:2:2; das lässt Spielraum für ' +
      'Keying und Farbkorrektur.',
    remedy: 'Exportieren Sie erneut mit akzeptierter Farbunterabtastung und Bittiefe.',
    says: {
      'The profile accepts all pixel formats.': 'Das Profil akzeptiert alle Pixelformate.',
      'The video is stored as {0}; accepted: {1}.': 'Das Video ist als {0} gespeichert; akzeptiert: {1}.',
    },
  },
  'video/stored-rotation': {
    of: 'ff27e9',
    title: 'Das Video ist aufrecht gespeichert',
    failureTitle: 'Das Video ist gedreht gespeichert und braucht eine Drehangabe',
    why:
      'Telefone speichern das Video, wie der Sensor es sieht, und ergänzen eine Drehangabe. ' +
      'Schnittprogramme und Adserver beachten sie vielleicht nicht.',
    remedy: 'Exportieren Sie erneut aus einem Schnittprogramm, das die Drehung anwendet.',
    says: {
      'The video is stored rotated: players must rotate it by {0}°.':
        'Das Video ist gedreht gespeichert: Player müssen es um {0}° drehen.',
    },
  },
  'video/super-contrast': {
    of: '9e1910',
    title: 'Texteinblendungen haben genug Kontrast',
    failureTitle: 'Texteinblendungen haben zu wenig Kontrast',
    why: 'Blasse Buchstaben auf blassem Bild verschwinden auf einem Fernseher in einem hellen Raum.',
    remedy: 'Ändern Sie die Farbe des Textes oder legen Sie eine einfarbige Fläche darunter.',
    says: {
      '"{0}" has a contrast of {1} to 1.': '„{0}“ hat einen Kontrast von {1} zu 1.',
      '{0} to 1': '{0} zu 1',
      'at least {0} to 1': 'mindestens {0} zu 1',
    },
  },
  'video/super-height': {
    of: '80e838',
    title: 'Texteinblendungen sind groß genug',
    failureTitle: 'Texteinblendungen sind zu klein',
    why:
      'Kleingedrucktes, das man vom Sofa aus nicht lesen kann, informiert nicht, und die ' +
      'Sendefreigabe lehnt es ab.',
    remedy: 'Vergrößern Sie den Text oder kürzen Sie ihn, damit größere Buchstaben passen.',
    says: {
      '"{0}" is {1} of {2} lines high.': '„{0}“ ist {1} von {2} Bildzeilen hoch.',
      '{0} of {1} lines': '{0} von {1} Bildzeilen',
      'at least {0} on a block': 'mindestens {0} auf einer Fläche',
    },
  },
  'video/super-hold': {
    of: 'e003a4',
    title: 'Texteinblendungen stehen lang genug zum Lesen',
    failureTitle: 'Texteinblendungen verschwinden, bevor man sie gelesen hat',
    why:
      'Wer das Kleingedruckte nicht zu Ende lesen kann, ist nicht informiert. Behörden werten es als ' +
      'fehlend.',
    remedy: 'Lassen Sie den Text länger stehen oder kürzen Sie ihn.',
    says: {
      '"{0}" stays for {1} at {2}; {3} words need {4}.':
        '„{0}“ steht bei {2} nur {1}; {3} Wörter brauchen {4}.',
    },
  },
}
