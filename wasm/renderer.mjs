// Draws ImGui's vertices with WebGL2: one program, one vertex array, a texture of coverage an atlas.
// A lost context is set up anew; its textures come again with the next frame.

const vertex_source = `#version 300 es
uniform vec2 size;
layout(location=0) in vec2 place;
layout(location=1) in vec2 uv;
layout(location=2) in vec4 colour;
out vec2 at;
out vec4 tint;
void main() {
    at = uv;
    tint = colour;
    gl_Position = vec4(place / size * vec2(2, -2) + vec2(-1, 1), 0, 1);
}`

const fragment_source = `#version 300 es
precision mediump float;
uniform sampler2D coverage;
in vec2 at;
in vec4 tint;
out vec4 pixel;
void main() { pixel = vec4(tint.rgb, tint.a * texture(coverage, at).r); }`

const vertex_size = 20

function make_program(gl) {
    const program = gl.createProgram()
    for (const [kind, source] of [[gl.VERTEX_SHADER, vertex_source], [gl.FRAGMENT_SHADER, fragment_source]]) {
        const shader = gl.createShader(kind)
        gl.shaderSource(shader, source)
        gl.compileShader(shader)
        gl.attachShader(program, shader)
    }
    gl.linkProgram(program)
    return program
}

// `on_restored` is called when a lost context is there again.
export function make_renderer(gl, on_restored) {
    let textures, size, first_vertex

    function set_up() {
        textures = new Map()
        first_vertex = -1
        const program = make_program(gl)
        gl.useProgram(program)
        size = gl.getUniformLocation(program, 'size')
        gl.bindVertexArray(gl.createVertexArray())
        gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer())
        gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer())
        for (const location of [0, 1, 2]) gl.enableVertexAttribArray(location)
        gl.enable(gl.BLEND)
        gl.enable(gl.SCISSOR_TEST)
        // The page's own ground shows through: the canvas is premultiplied.
        gl.blendFuncSeparate(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA, gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
        gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1)
    }

    // Indices have 16 bits: a large list is drawn from several first vertices.
    function read_from(vertex) {
        if (vertex === first_vertex) return
        first_vertex = vertex
        const start = vertex * vertex_size
        gl.vertexAttribPointer(0, 2, gl.FLOAT, false, vertex_size, start)
        gl.vertexAttribPointer(1, 2, gl.FLOAT, false, vertex_size, start + 8)
        gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, vertex_size, start + 16)
    }

    gl.canvas.addEventListener('webglcontextlost', event => event.preventDefault())
    gl.canvas.addEventListener('webglcontextrestored', () => {
        set_up()
        on_restored()
    })
    set_up()

    return {
        texture_make(id, width, height, pixels) {
            const texture = gl.createTexture()
            textures.set(id, texture)
            gl.bindTexture(gl.TEXTURE_2D, texture)
            gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR)
            gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE)
            gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE)
            gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, width, height, 0, gl.RED, gl.UNSIGNED_BYTE, pixels)
        },
        texture_write(id, x, y, width, height, pixels, pitch) {
            gl.bindTexture(gl.TEXTURE_2D, textures.get(id))
            gl.pixelStorei(gl.UNPACK_ROW_LENGTH, pitch)
            gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RED, gl.UNSIGNED_BYTE, pixels, y * pitch + x)
            gl.pixelStorei(gl.UNPACK_ROW_LENGTH, 0)
        },
        texture_drop(id) {
            gl.deleteTexture(textures.get(id))
            textures.delete(id)
        },
        begin(width, height) {
            gl.viewport(0, 0, width, height)
            gl.scissor(0, 0, width, height)
            gl.clear(gl.COLOR_BUFFER_BIT)
            gl.uniform2f(size, width, height)
        },
        list(vertices, indices) {
            gl.bufferData(gl.ARRAY_BUFFER, vertices, gl.STREAM_DRAW)
            gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, indices, gl.STREAM_DRAW)
        },
        part(texture, left, top, right, bottom, from_vertex, first_index, count) {
            const x = Math.max(0, left), y = Math.max(0, top)
            if (right <= x || bottom <= y) return
            read_from(from_vertex)
            gl.bindTexture(gl.TEXTURE_2D, textures.get(texture))
            gl.scissor(x, gl.canvas.height - bottom, right - x, bottom - y)
            gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, first_index * 2)
        },
    }
}
