// Where no community has all that a query names: those that come nearest, and why.
(function () {
  'use strict';
  var search = window.folkmootSearch;
  if (search.nearest) return;
  var MOST = 3, MOST_ABOVE = 20, MOST_RELATED = 4;
  // How much it counts where a community is, beside the same subject and a related one.
  var PLACES = { same: 6, parent: 5, child: 5, sibling: 4, any: 3, other: 1 }, SUBJECT = 10, RELATED = 4;

  // [{one, why: [[name of a text, what goes into it]]}], the nearest first; of each kind of reason one before others of the same.
  // `score` says how well the words fit each page.
  search.nearest = function (index, names, facets, filters, score) {
    var governments = filters.filter(function (one) { return one.facet === 'government'; });
    var subjects = filters.filter(function (one) { return one.facet !== 'government'; });
    var own = values(names, facets), related = subjects.length ? relatedTopics(names, own, subjects) : Object.create(null);
    var standing = search.standing(index), found = [];
    names.list.forEach(function (one) {
      if (!one.isCommunity || standing[one.page] === search.EXAMPLE) return;
      var subject = subjects.length ? subjectOf(own[one.page], subjects, related) : { worth: 0 };
      var place = governments.length ? placeOf(names, own[one.page].government, governments) : { worth: 0 };
      if (!subject || (!subjects.length && place.kind === 'other')) return;
      // Whose name or few subjects say so is about it; who has ended comes last.
      var worth = subject.worth + place.worth + score[one.page] / (score[one.page] + 50) - own[one.page].count / 1000 - (standing[one.page] ? 3 : 0);
      found.push({ one: one, worth: worth, kind: subject.kind + ' ' + place.kind, why: [subject.why, place.why].filter(Boolean) });
    });
    found.sort(function (a, b) { return b.worth - a.worth || a.one.page - b.one.page; });
    var seen = Object.create(null), first = [], rest = [];
    found.forEach(function (each) {
      (seen[each.kind] ? rest : first).push(each);
      seen[each.kind] = true;
    });
    // A weak reason of another kind is no reason to leave out a good one.
    var least = found.length ? found[0].worth - 5 : 0;
    first = first.filter(function (each) { return each.worth >= least; });
    return first.concat(rest).slice(0, MOST);
  };

  // MARK: In words

  function filled(text, values) { return text.replace(/\{(\w+)\}/g, function (whole, key) { return values[key] === undefined ? whole : values[key]; }); }

  // Why a community is near, as one line.
  search.why = function (words, near) {
    return near.why.map(function (why) { return filled(words[why[0]], why[1]); }).join(' · ');
  };

  // That there is none, in parts: texts, and for each thing that is named what `show` makes of it, or its title.
  search.noCommunity = function (words, filters, show) {
    var where = filters.filter(function (one) { return one.facet === 'government'; }), what = filters.filter(function (one) { return one.facet !== 'government'; });
    var text = words[!where.length ? 'no_community_what' : what.length ? 'no_community' : 'no_community_where'], parts = [];
    text.split(/(\{\w+\})/).forEach(function (part) {
      var named = part === '{what}' ? what : part === '{where}' ? where : null;
      if (!named) return void parts.push(part);
      named.forEach(function (one, number) {
        if (number) parts.push(document.documentElement.lang.slice(0, 2) === 'ar' ? '، ' : ', ');
        parts.push(show ? show(one) : one.title);
      });
    });
    return parts;
  };

  // What each page has, in one pass: [{government: [id], role, topic, count}].
  function values(names, facets) {
    var own = names.list.map(function () { return { government: [], role: [], topic: [], count: 0 }; });
    facets.forEach(function (facet) {
      if (facet.name === 'kind') return;
      facet.values.forEach(function (value) {
        value.pages.forEach(function (page) {
          if (page >= own.length) return;
          own[page][facet.name].push(value.id);
          if (facet.name !== 'government') own[page].count += 1;
        });
      });
    });
    return own;
  }

  function above(names, folder, id) {
    var key = folder + '/' + id, cache = names.above || (names.above = Object.create(null));
    if (cache[key]) return cache[key];
    var found = cache[key] = [], one = names.byID[key];
    while (one && one.parent && found.indexOf(one.parent) < 0 && found.length < MOST_ABOVE) {
      found.push(one.parent);
      one = names.byID[folder + '/' + one.parent];
    }
    return found;
  }

  // What has a term above it.
  search.within = function (names, folder, id) {
    return Object.keys(names.byID).filter(function (key) { return key.indexOf(folder + '/') === 0; }).map(function (key) { return key.slice(folder.length + 1); })
      .filter(function (one) { return above(names, folder, one).indexOf(id) >= 0; });
  };

  function title(names, folder, id) { return (names.byID[folder + '/' + id] || { title: id }).title; }

  // Topics near those in the query, each with what it is called: the wider one, others below it, and for a profession those that
  // most of its communities have beside it.
  function relatedTopics(names, own, subjects) {
    var found = Object.create(null);
    subjects.forEach(function (subject) {
      if (subject.facet === 'topic') {
        var wider = above(names, 'topics', subject.id);
        names.list.forEach(function (one) {
          if (one.facet === 'topic' && one.id !== subject.id && (wider.indexOf(one.id) >= 0 || (one.parent && wider[0] === one.parent))) found[one.id] = one.title;
        });
      }
      var beside = Object.create(null), all = Object.create(null);
      own.forEach(function (each) {
        var has = each[subject.facet].indexOf(subject.id) >= 0;
        each.topic.forEach(function (id) {
          all[id] = (all[id] || 0) + 1;
          if (has) beside[id] = (beside[id] || 0) + 1;
        });
      });
      Object.keys(beside).filter(function (id) { return beside[id] > 1 && (subject.facet !== 'topic' || id !== subject.id); })
        .sort(function (a, b) { return beside[b] * beside[b] / all[b] - beside[a] * beside[a] / all[a] || (a < b ? -1 : 1); })
        .slice(0, MOST_RELATED).forEach(function (id) { found[id] = title(names, 'topics', id); });
    });
    subjects.forEach(function (subject) { if (subject.facet === 'topic') delete found[subject.id]; });
    return found;
  }

  function subjectOf(own, subjects, related) {
    var has = subjects.filter(function (subject) { return own[subject.facet].indexOf(subject.id) >= 0; });
    if (has.length) return { worth: SUBJECT + has.length - 1, kind: has[0].facet, why: ['why_' + has[0].facet, {}] };
    var near = own.topic.filter(function (id) { return related[id]; });
    return near.length ? { worth: RELATED + Math.min(near.length - 1, 2) / 10, kind: 'related', why: ['why_related', { name: related[near[0]] }] } : null;
  }

  function placeOf(names, own, asked) {
    if (!own.length) return { worth: PLACES.any, kind: 'any', why: ['why_any', {}] };
    // What is above another one of the list is there because of that one.
    var isAbove = Object.create(null);
    own.forEach(function (id) { above(names, 'governments', id).forEach(function (wider) { isAbove[wider] = true; }); });
    var direct = own.filter(function (id) { return !isAbove[id]; });
    // Of a ring, which the checks report, each is above another.
    if (!direct.length) direct = own;
    var best = null;
    asked.forEach(function (government) {
      var wider = above(names, 'governments', government.id);
      direct.forEach(function (id) {
        var its = above(names, 'governments', id), shared = its.filter(function (one) { return wider.indexOf(one) >= 0; })[0];
        var kind = id === government.id ? 'same' : wider.indexOf(id) >= 0 ? 'parent' : its.indexOf(government.id) >= 0 ? 'child' : shared ? 'sibling' : 'other';
        if (best && PLACES[kind] <= best.worth) return;
        best = { worth: PLACES[kind], kind: kind, why: ['why_' + kind, { where: title(names, 'governments', id), asked: government.title, parent: shared ? title(names, 'governments', shared) : '' }] };
      });
    });
    return best;
  }
})();
