import type { Translations } from '../../translations'

export const pdfDocument: Translations['checks'] = {
  'pdf/actions': {
    of: '2701e7',
    title: 'El PDF no inicia nada por sí solo',
    failureTitle: 'El PDF inicia programas, envía datos o reproduce contenido',
    why:
      'Un arte final no necesita acciones, y los filtros de correo y los flujos de impresión rechazan los ' +
      'archivos que las contienen.',
    remedy: 'Exporte el PDF de nuevo sin elementos interactivos.',
    says: {
      'The PDF starts a program or opens another file ({0}).':
        'El PDF inicia un programa o abre otro archivo ({0}).',
      'The PDF sends form data to an address ({0}).':
        'El PDF envía datos de formulario a una dirección ({0}).',
      'The PDF imports data from another file ({0}).': 'El PDF importa datos de otro archivo ({0}).',
      'The PDF plays video or audio ({0}).': 'El PDF reproduce vídeo o audio ({0}).',
      'The PDF plays a video ({0}).': 'El PDF reproduce un vídeo ({0}).',
      'The PDF plays a sound ({0}).': 'El PDF reproduce un sonido ({0}).',
      'The PDF controls embedded media ({0}).': 'El PDF controla contenido multimedia incrustado ({0}).',
      'The PDF contains a risky action ({0}).': 'El PDF contiene una acción de riesgo ({0}).',
      'no such actions': 'sin acciones de este tipo',
    },
  },
  'pdf/attachments': {
    of: '875117',
    title: 'El PDF no tiene archivos adjuntos',
    failureTitle: 'El PDF tiene archivos adjuntos',
    why: 'Los archivos adjuntos pasan fácilmente desapercibidos y pueden contener material confidencial.',
    remedy:
      'Elimine los adjuntos y guarde el PDF de nuevo. Las Content Credentials pueden quedarse: se ' +
      'reconocen y se aceptan.',
    says: {
      'A file is attached: {0}.': 'Hay un archivo adjunto: {0}.',
      'no attachments': 'ningún adjunto',
    },
  },
  'pdf/encryption': {
    of: 'ff0b8e',
    title: 'El PDF no está protegido',
    failureTitle: 'El PDF está protegido',
    why:
      'Cualquiera puede ver un PDF protegido, pero un flujo de impresión no puede procesarlo. PDF/X ' +
      'prohíbe la protección.',
    remedy: 'Guarde el PDF sin ajustes de seguridad.',
    says: {
      'The PDF is encrypted.': 'El PDF está cifrado.',
      'The PDF is encrypted and forbids: {0}.': 'El PDF está cifrado y prohíbe: {0}.',
      'no encryption': 'sin cifrar',
      printing: 'imprimir',
      changing: 'modificar',
    },
  },
  'pdf/javascript': {
    of: 'ecfd8a',
    title: 'El PDF no tiene scripts',
    failureTitle: 'El PDF tiene scripts',
    why:
      'Los scripts se ejecutan en el ordenador de todo el que abre el archivo. Un arte final no los ' +
      'necesita.',
    remedy: 'Exporte el PDF de nuevo sin elementos interactivos.',
    says: {
      'The PDF contains a script ({0}).': 'El PDF contiene un script ({0}).',
      JavaScript: 'JavaScript',
      'no scripts': 'sin scripts',
    },
  },
  'pdf/pdfx-claim': {
    of: '12c28c',
    title: 'El PDF cumple como PDF/X en todo lo controlado',
    failureTitle: 'El PDF se declara PDF/X, pero no lo es',
    why:
      'La imprenta se fía de la declaración y omite controles. Lo que no la cumple se imprime distinto de ' +
      'la prueba o detiene el trabajo.',
    remedy:
      'Exporte de nuevo con el ajuste PDF/X. Los cambios posteriores a la exportación, como comentarios o ' +
      'scripts, lo invalidan.',
    says: {
      'The file does not claim to be PDF/X.': 'El archivo no se declara PDF/X.',
      'The rules of {0} are not known here.': 'Aquí no se conocen las reglas de {0}.',
      'The file claims to be {0}, but {1}.': 'El archivo se declara {0}, pero {1}.',
      'page {0} has neither a trim box nor an art box': 'la página {0} no tiene TrimBox ni ArtBox',
      'page {0} uses transparency': 'la página {0} usa transparencias',
      'page {0} has a JPEG 2000 image': 'la página {0} tiene una imagen JPEG 2000',
      'page {0} uses colours other than CMYK, grey and spot colours':
        'la página {0} usa colores distintos de CMYK, gris y tintas planas',
      'page {0} uses RGB without a profile, and the output intent is not RGB':
        'la página {0} usa RGB sin perfil, y la condición de salida no es RGB',
      'it is encrypted': 'está cifrado',
      'it has no output intent': 'no tiene condición de salida (Output Intent)',
      'the font {0} is not embedded': 'la fuente {0} no está incrustada',
      'it has scripts': 'tiene scripts',
      'it has actions': 'tiene acciones',
      'it has layers': 'tiene capas',
      'the profile of its output intent is not embedded':
        'el perfil de su condición de salida no está incrustado',
    },
  },
  'pdf/pdfx-version': {
    of: 'a69079',
    title: 'La versión de PDF/X se acepta',
    failureTitle: 'La versión de PDF/X falta o no se acepta',
    why:
      'PDF/X garantiza que el archivo contiene todo lo necesario para imprimir. La imprenta ha pedido una ' +
      'de sus versiones.',
    remedy: 'Exporte con el ajuste que indica la imprenta, como PDF/X-4.',
    says: {
      'The PDF does not claim to be PDF/X; expected {0}.': 'El PDF no se declara PDF/X; se espera {0}.',
      'The PDF claims to be {0}; expected {1}.': 'El PDF se declara {0}; se espera {1}.',
      'no PDF/X': 'sin PDF/X',
    },
  },
}
