import{a as v}from"./chunk-5J4YOCMI.js";import{d as w,j as u,k as c}from"./chunk-2R3BWFY5.js";import"./chunk-V7WLAVH3.js";import"./chunk-D4KRP3LB.js";import"./chunk-WG5PMATA.js";import"./chunk-F2S5EVA2.js";import"./chunk-NY3OBRYI.js";import"./chunk-VZYR7HE6.js";import"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import"./chunk-LJNQ67HQ.js";import"./chunk-VHND7HAI.js";import{Ka as h,w as p}from"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import"./chunk-LYGZ57WX.js";import{a as g}from"./chunk-BYHIPRB2.js";import{b as n,e as l,i as $}from"./chunk-LBO2O6FZ.js";import{a as f}from"./chunk-LO2NM3CE.js";var b=["purpose","crimes","why","milder","view","range_kept","hours"],o=class extends v{constructor(){super(...arguments);this.theme="assessments";this.watch=w(this,"assessments");this.opened=new Set}toggle(e,a){let t=new Set(this.opened);a.target.open?t.add(e):t.delete(e),this.opened=t}body({assessments:e}){return e.length?n`<ul class="list">
      ${e.map(a=>n`<li>${this.assessment(a)}</li>`)}
    </ul>`:this.note(this.t("today.no_camera"))}assessment(e){let{panel:a}=this,{camera:t,place:i,answers:s,erased:r}=e,d=e.due!==null&&Date.parse(e.due)<=Date.now(),m={camera:t};return n`<article class="card" aria-labelledby="of-${t}">
      <div class="head">
        <h3 id="of-${t}">${i}</h3>
        ${e.edition===null?this.tag(this.t("duties.assessments.none"),"warn"):d?this.tag(this.t("duties.assessments.due"),"warn"):this.tag(this.t("duties.assessments.edition",{number:e.edition}))}
      </div>
      ${this.facts([["reviewed",e.reviewed&&`${u(a,e.reviewed)}
${c(a,e.name)}`],["due",this.due(e.due,d)],["purpose",s?.purpose],["crimes",s?.crimes]])}
      ${r?this.note(this.t("duties.erased")):s?this.answers(e,s):l}
      ${e.earlier.length?this.earlier(e):l}
      ${this.acts([{deed:"assessments/review",can:e.can.includes("review"),way:d?"primary":"",opening:{fixed:m,about:i},of:i},{deed:"assessments/write",...s?{word:"assessments_change"}:{},can:e.can.includes("write"),way:s?"":"primary",opening:{fixed:m,about:i,source:e.entity_id,given:s?{...s}:{}},of:i}],s?this.printer("assessment",this.t("duties.paper.assessment"),{camera:t},i):l)}
    </article>`}earlier({camera:e,place:a,earlier:t}){return n`<details>
      <summary>${h(p,20)}${this.t("duties.assessments.earlier")}</summary>
      <ul>
        ${t.map(({edition:i,at:s,name:r,erased:d})=>{let m={number:i,when:u(this.panel,s),name:c(this.panel,r)},y=this.t(`duties.assessments.earlier_${d?"erased":"edition"}`,m);return n`<li>${this.printer("assessment",y,{camera:e,edition:i},a)}</li>`})}
      </ul>
    </details>`}answers({camera:e,entity_id:a},t){let i=b.filter(r=>r!=="purpose"&&r!=="crimes"),s=t.excluded;return n`<details @toggle=${r=>this.toggle(e,r)}>
      <summary>${h(p,20)}${this.t("duties.assessments.all")}</summary>
      ${this.facts([...i.map(r=>[r,t[r]]),["excluded",s.length?this.t("duties.assessments.areas",{count:s.length}):this.t("duties.assessments.no_areas")]])}
      ${s.length&&this.opened.has(e)?n`<kb-area-field
              fixed
              .panel=${this.panel}
              .label=${this.t("duties.fact.excluded")}
              .source=${a}
              .areas=${s}
            ></kb-area-field>`:l}
    </details>`}};f([$()],o.prototype,"opened",2);g("kb-theme-assessments",o);export{o as AssessmentsTheme};
