// By what results can be narrowed: which pages have which value.
(function () {
  'use strict';
  var search = window.folkmootSearch;
  if (search.facets) return;
  search.facetNames = ['kind', 'government', 'role', 'topic'];

  // [{name, values: [{id, label, pages}]}]; empty for an index without any.
  var read = Object.create(null);
  search.facets = function (index) {
    if (!index.facets) return Promise.resolve([]);
    if (read[index.facets]) return read[index.facets];
    var name = index.facets;
    read[name] = search.load(name).then(function (facets) {
      return facets.map(function (facet) {
        return { name: facet[0], values: facet[1].map(function (value) {
          var reader = search.reader(value[2], 0), pages = [], page = -1;
          while (!reader.isAtEnd()) pages.push(page += reader.number() + 1);
          return { id: value[0], label: value[1], pages: pages };
        }) };
      });
    });
    read[name].catch(function () { delete read[name]; });
    return read[name];
  };

  function chosen(facet, state) {
    return facet.values.filter(function (value) { return value.id === state[facet.name]; })[0];
  }

  // Takes values that no facet has from the query; whether there were any.
  search.dropUnknown = function (facets, state) {
    return search.facetNames.filter(function (name) {
      if (!state[name] || facets.some(function (facet) { return facet.name === name && chosen(facet, state); })) return false;
      delete state[name];
      return true;
    }).length > 0;
  };

  // Pages of what was found that have the values chosen, of all facets but one.
  search.narrowed = function (index, facets, state, found, except) {
    return facets.reduce(function (pages, facet) {
      if (facet.name === except || !state[facet.name]) return pages;
      var value = chosen(facet, state), has = new Uint8Array(index.count);
      if (value) value.pages.forEach(function (page) { has[page] = 1; });
      return pages.filter(function (page) { return has[page]; });
    }, found.pages);
  };

  // What a facet can be set to: [{value, count}], the most first; of pages with all words where there are any.
  search.options = function (index, facets, state, found, facet) {
    var pages = search.narrowed(index, facets, state, found, facet.name), isIn = new Uint8Array(index.count);
    var hasAll = pages.some(function (page) { return found.hits[page] === found.known; });
    pages.forEach(function (page) { if (!hasAll || found.hits[page] === found.known) isIn[page] = 1; });
    return facet.values.map(function (value) {
      return { value: value, count: value.pages.reduce(function (count, page) { return count + isIn[page]; }, 0) };
    }).filter(function (option) { return option.count || option.value.id === state[facet.name]; })
      .sort(function (a, b) { return b.count - a.count; });
  };
})();
