import{a as m}from"./chunk-5J4YOCMI.js";import{d as h,j as o}from"./chunk-2R3BWFY5.js";import{k as d}from"./chunk-V7WLAVH3.js";import"./chunk-D4KRP3LB.js";import"./chunk-WG5PMATA.js";import"./chunk-F2S5EVA2.js";import"./chunk-NY3OBRYI.js";import"./chunk-VZYR7HE6.js";import"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-LJNQ67HQ.js";import"./chunk-VHND7HAI.js";import"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import"./chunk-LYGZ57WX.js";import{a as l}from"./chunk-BYHIPRB2.js";import{b as s,e as p}from"./chunk-LBO2O6FZ.js";import"./chunk-LO2NM3CE.js";var c=class extends m{constructor(){super(...arguments);this.theme="inspections";this.watch=h(this,"inspections")}body({inspections:t,cameras:e}){return s`<ul class="list">
      ${t.map(i=>s`<li>${this.inspection(i,e)}</li>`)}
    </ul>`}inspection(t,e){let{panel:i}=this,n=d(i,"inspection",t.what),a=t.what==="retention"&&e.length?this.cameras(e):p;return s`<article class="card" aria-labelledby="of-${t.what}">
      <div class="head">
        <h3 id="of-${t.what}">${n}</h3>
        ${t.last===null||t.fine===null?this.tag(this.t("duties.inspections.never"),"plain"):t.fine?this.tag(this.t("duties.inspections.fine")):this.tag(this.t("duties.inspections.not_fine"),"bad")}
      </div>
      <p class="soft">${this.t(`duties.inspections.what.${t.what}`)}</p>
      ${this.facts([["inspected",t.last&&o(i,t.last)],["due",this.due(t.due,t.overdue)]])}
      ${a}
      ${this.acts([{deed:"inspections/enter",can:t.can.includes("enter"),way:"primary",opening:{fixed:{what:t.what},about:n,...a===p?{}:{before:s`${this.cameras(e)}`}},of:n}])}
    </article>`}cameras(t){let{panel:e}=this;return s`<ul class="rows">
      ${t.map(({place:i,days:n,oldest:a,late_hours:r})=>s`<li>
            <div class="what">
              <p class="strong">${i}</p>
              <p class="small soft">
                ${this.t("duties.inspections.kept",{count:n})}・${a?this.t("duties.inspections.oldest",{when:o(e,a)}):this.t("camera.none_yet")}
              </p>
            </div>
            ${r?this.tag(this.t("duties.inspections.late",{count:r}),"bad"):this.tag(this.t("duties.inspections.in_time"))}
          </li>`)}
    </ul>`}};l("kb-theme-inspections",c);export{c as InspectionsTheme};
