import{a as f,b as c}from"./chunk-I6UTLSEY.js";import{La as l}from"./chunk-F2QIOCQC.js";import{a as p}from"./chunk-BYHIPRB2.js";import{a as m,b as i,h as n,o as s}from"./chunk-HILQJUX4.js";import{a as r}from"./chunk-LO2NM3CE.js";var a=class extends l{static{this.styles=[...s,m`
      .both {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 210px), 1fr));
        gap: 12px;
      }
    `]}change(o,t){let e=c(t.target.value,this.panel.format.zone);e!==null&&this.dispatchEvent(new CustomEvent("span",{detail:{...this.span,[o]:e}}))}render(){let{zone:o}=this.panel.format;return i`<div class="both">
      ${["from","to"].map(t=>i`<div class="field">
            <label for=${t}>${this.t(`span.${t}`)}</label>
            <input
              id=${t}
              type="datetime-local"
              .value=${f(this.span[t],o)}
              @change=${e=>this.change(t,e)}
            />
          </div>`)}
    </div>`}};r([n({attribute:!1})],a.prototype,"span",2);p("kb-span",a);
