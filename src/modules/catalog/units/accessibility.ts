/**
 * The words of schema.org's accessibility properties, as the W3C keeps them (Schema.org Accessibility Properties for Discoverability
 * Vocabulary, 2024).
 */
export const ACCESS_MODES = [
  'auditory',
  'chartOnVisual',
  'chemOnVisual',
  'colorDependent',
  'diagramOnVisual',
  'mathOnVisual',
  'musicOnVisual',
  'tactile',
  'textOnVisual',
  'textual',
  'visual',
] as const;

export const ACCESSIBILITY_FEATURES = [
  'alternativeText',
  'annotations',
  'ARIA',
  'audioDescription',
  'braille',
  'captions',
  'ChemML',
  'closedCaptions',
  'describedMath',
  'displayTransformability',
  'fullRubyAnnotations',
  'highContrastAudio',
  'highContrastDisplay',
  'horizontalWriting',
  'index',
  'largePrint',
  'latex',
  'latex-chemistry',
  'longDescription',
  'MathML',
  'MathML-chemistry',
  'none',
  'openCaptions',
  'pageBreakMarkers',
  'pageNavigation',
  'readingOrder',
  'rubyAnnotations',
  'signLanguage',
  'structuralNavigation',
  'synchronizedAudioText',
  'tableOfContents',
  'tactileGraphic',
  'tactileObject',
  'taggedPDF',
  'timingControl',
  'transcript',
  'ttsMarkup',
  'unknown',
  'unlocked',
  'verticalWriting',
  'withAdditionalWordSegmentation',
  'withoutAdditionalWordSegmentation',
] as const;

export const ACCESSIBILITY_HAZARDS = [
  'flashing',
  'motionSimulation',
  'none',
  'noFlashingHazard',
  'noMotionSimulationHazard',
  'noSoundHazard',
  'sound',
  'unknown',
  'unknownFlashingHazard',
  'unknownMotionSimulationHazard',
  'unknownSoundHazard',
] as const;

export const ACCESSIBILITY_CONTROLS = [
  'fullAudioControl',
  'fullKeyboardControl',
  'fullMouseControl',
  'fullSwitchControl',
  'fullTouchControl',
  'fullVideoControl',
  'fullVoiceControl',
] as const;

/** What each hazard cannot be said together with. */
const HAZARDS = [
  ['flashing', 'noFlashingHazard', 'unknownFlashingHazard'],
  ['motionSimulation', 'noMotionSimulationHazard', 'unknownMotionSimulationHazard'],
  ['sound', 'noSoundHazard', 'unknownSoundHazard'],
] as const;

/** Two words of a list that contradict each other; null when none do. `none` and `unknown` stand alone. */
export function contradictionIn(words: readonly string[]): readonly [string, string] | null {
  for (const alone of ['none', 'unknown']) {
    const other = words.find((word) => word !== alone);
    if (words.includes(alone) && other) return [alone, other];
  }
  for (const hazard of HAZARDS) {
    const [first, second] = hazard.filter((word) => words.includes(word));
    if (first && second) return [first, second];
  }
  return null;
}
