import{a as $}from"./chunk-U5HNK7NX.js";import{d as g,j as w,k as v}from"./chunk-TZC3MPHY.js";import"./chunk-AJN3RYHN.js";import"./chunk-O6JU2VDL.js";import"./chunk-WG5PMATA.js";import"./chunk-26HSOCOD.js";import"./chunk-HWLRMMWF.js";import"./chunk-3MLADBXI.js";import"./chunk-I6UTLSEY.js";import"./chunk-3ZYTRFYJ.js";import"./chunk-LJNQ67HQ.js";import"./chunk-CTWQIWQG.js";import"./chunk-3A3V5TTW.js";import{Ka as f,w as u}from"./chunk-UG2EDGRD.js";import"./chunk-LYGZ57WX.js";import{a as h}from"./chunk-BYHIPRB2.js";import{b as n,e as d,i as c}from"./chunk-HILQJUX4.js";import{a as p}from"./chunk-LO2NM3CE.js";var y=["purpose","crimes","why","milder","view","range_kept","hours"],o=class extends ${constructor(){super(...arguments);this.theme="assessments";this.watch=g(this,"assessments");this.opened=new Set}toggle(e,a){let t=new Set(this.opened);a.target.open?t.add(e):t.delete(e),this.opened=t}body({assessments:e}){return e.length?n`<ul class="list">
      ${e.map(a=>n`<li>${this.assessment(a)}</li>`)}
    </ul>`:this.note(this.t("today.no_camera"))}assessment(e){let{panel:a}=this,{camera:t,place:r,answers:s,erased:i}=e,m=e.due!==null&&Date.parse(e.due)<=Date.now(),l={camera:t};return n`<article class="card" aria-labelledby="of-${t}">
      <div class="head">
        <h3 id="of-${t}">${r}</h3>
        ${e.edition===null?this.tag(this.t("duties.assessments.none"),"warn"):m?this.tag(this.t("duties.assessments.due"),"warn"):this.tag(this.t("duties.assessments.edition",{number:e.edition}))}
      </div>
      ${this.facts([["reviewed",e.reviewed&&`${w(a,e.reviewed)}
${v(a,e.name)}`],["due",this.due(e.due,m)],["purpose",s?.purpose],["crimes",s?.crimes]])}
      ${i?this.note(this.t("duties.erased")):s?this.answers(e,s):d}
      ${this.acts([{deed:"assessments/review",can:e.can.includes("review"),way:m?"primary":"",opening:{fixed:l,about:r},of:r},{deed:"assessments/write",...s?{word:"assessments_change"}:{},can:e.can.includes("write"),way:s?"":"primary",opening:{fixed:l,about:r,source:e.entity_id,given:s?{...s}:{}},of:r}],s?this.printer("assessment",this.t("duties.paper.assessment"),{camera:t},r):d)}
    </article>`}answers({camera:e,entity_id:a},t){let r=y.filter(i=>i!=="purpose"&&i!=="crimes"),s=t.excluded;return n`<details @toggle=${i=>this.toggle(e,i)}>
      <summary>${f(u,20)}${this.t("duties.assessments.all")}</summary>
      ${this.facts([...r.map(i=>[i,t[i]]),["excluded",s.length?this.t("duties.assessments.areas",{count:s.length}):this.t("duties.assessments.no_areas")]])}
      ${s.length&&this.opened.has(e)?n`<kb-area-field
              fixed
              .panel=${this.panel}
              .label=${this.t("duties.fact.excluded")}
              .source=${a}
              .areas=${s}
            ></kb-area-field>`:d}
    </details>`}};p([c()],o.prototype,"opened",2);h("kb-theme-assessments",o);export{o as AssessmentsTheme};
