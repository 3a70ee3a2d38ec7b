import{a as m}from"./chunk-5OQ4EHIC.js";import{d as h,j as o}from"./chunk-PWTXN7FA.js";import{k as d}from"./chunk-SO2BMBD2.js";import"./chunk-O6JU2VDL.js";import"./chunk-WG5PMATA.js";import"./chunk-MU2YFOUO.js";import"./chunk-HWLRMMWF.js";import"./chunk-3MLADBXI.js";import"./chunk-KKYAAM3U.js";import"./chunk-ZTCOTBSL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-LJNQ67HQ.js";import"./chunk-NSE7H2KL.js";import"./chunk-F2QIOCQC.js";import"./chunk-3A3V5TTW.js";import"./chunk-LYGZ57WX.js";import{a as l}from"./chunk-BYHIPRB2.js";import{b as s,e as p}from"./chunk-HILQJUX4.js";import"./chunk-LO2NM3CE.js";var c=class extends m{constructor(){super(...arguments);this.theme="inspections";this.watch=h(this,"inspections")}body({inspections:t,cameras:e}){return s`<ul class="list">
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
