var n=t=>[...t.trim()].length;export{n as a};
