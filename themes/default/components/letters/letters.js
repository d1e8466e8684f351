// Letters without case and accents, for people whose keyboards lack them. Every script that compares words with what is
// typed has this file before it (Sources/Theme/CompiledTheme.swift), because scripts of a page run in no certain order.
// Sources/Text/PlainLetters.swift does the same; Tests/TextTests/folding.json tests both.
(function () {
  'use strict';
  if (window.folkmootFold) return;
  var ACCENTED = /[\u00c0-\u024f\u0390-\u03ce\u0451\u0622-\u0626\u1e00-\u1eff]/g, MARKS = /[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g;
  var SPELLED = { 'ø': 'o', 'đ': 'd', 'ł': 'l', 'ŀ': 'l', 'ħ': 'h', 'ŧ': 't', 'ı': 'i', 'ĸ': 'k', 'æ': 'ae', 'œ': 'oe', 'ß': 'ss', 'þ': 'th', 'ð': 'd', 'ى': 'ي', 'ة': 'ه', 'ς': 'σ' };
  var LETTERS = new RegExp('[' + Object.keys(SPELLED).join('') + ']', 'g');

  window.folkmootFold = function (text) {
    return text.toLowerCase().replace(ACCENTED, function (letter) { return letter.normalize ? letter.normalize('NFD') : letter; }).replace(MARKS, '')
      .replace(LETTERS, function (letter) { return SPELLED[letter]; });
  };
})();
